import type { AdvisoryWords } from '#locales/templates.ts';

export const falseAlarm: AdvisoryWords = {
  title: 'TODO (كيف بدا الأمر، وما حقيقته)',
  summary: 'TODO (أنه لم يكن اختراقًا، وكيف عرفنا، وأنه لا يلزم فعل أي شيء)',
  lead: `في TODO (التاريخ) TODO (ما الذي قيل، ومن قاله). لم يكن ذلك اختراقًا: TODO (ما حقيقته). لا يلزمك فعل أي شيء.`,
  happened: `TODO (أول ما ظهر أو قيل). راجعنا TODO (أي سجلات) من TODO (التاريخ) إلى TODO (التاريخ)، ووجدنا TODO (ما حقيقته).`,
  information: `<DataInvolved />`,
  doing: `<Measures />

نعتذر عن القلق.`,
  canDo: `لا يلزمك فعل أي شيء. وإذا غيّرت كلمة مرورك بسبب هذا الأمر، فلا ضرر في ذلك.

<Platforms />`,
};
