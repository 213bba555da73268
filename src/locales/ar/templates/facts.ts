import type { FactsWord } from '#locales/templates.ts';

export const facts: Record<FactsWord, string> = {
  title: 'TODO (الحادث في كلمات قليلة)',
  howFound: 'TODO (كيف لاحظنا)',
  cause: 'TODO (كيف حدث ذلك، أو أننا لا نعرف بعد)',
  basis: 'TODO (لماذا لم يشملها ذلك)',
  sources: 'TODO (أي سجلات قرأنا)',
  gaps: 'TODO (أي سجلات تنقص، أو أنه لا ينقص منها شيء)',
  consequence: 'TODO (ما الذي يمكن فعله بذلك)',
  measure: 'TODO (ما الذي فعلناه)',
  cohortLabel: 'TODO (من هؤلاء)',
  cohortBasis: 'TODO (لماذا يعنيهم الأمر، في جملة موجهة إلى واحد منهم)',
  notAffected: 'TODO (لماذا لا يعني الأمر غيرهم، في جملة موجهة إلى واحد منهم)',
  reason: 'TODO (لماذا نطلب)',
  ifNot: 'TODO (ما الذي يحدث حتى تتم الخطوة)',
  sideEffect: 'TODO (ما الذي تفعله الخطوة غير ذلك)',
  lastingAdvice: 'TODO (أي نصيحة تبقى صالحة)',
  role: 'TODO (صفة من يوقّع)',
  statement: 'TODO (ما يمكن للصحافة اقتباسه كاملًا)',
};
