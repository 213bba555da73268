import type { AdvisoryWords } from '#locales/templates.ts';

export const upgradeRequired: AdvisoryWords = {
  title: 'TODO (أي تطبيق يحتاج إلى تحديث، ولماذا)',
  summary: 'TODO (أي إصدارات، وحتى متى، ومن أين)',
  lead: `في تطبيقنا على TODO (المنصة) حتى الإصدار TODO (الرقم) خلل: TODO (ما الذي يتيحه لغيرك في بيانات حسابك). ويغلقه الإصدار الجديد.

نطلب ممن يستخدمون هذا التطبيق تحديثه. ولا يلزم فعل أي شيء على المنصات الأخرى.`,
  happened: `TODO (ما هو الخلل، ومنذ أي إصدار). أخبرنا به TODO (من اكتشفه) في TODO (التاريخ).

TODO (هل استغله أحد، وأين بحثنا).`,
  information: `<DataInvolved />

### ماذا قد يعني ذلك

TODO (ما الذي يمكن فعله عبر الخلل).`,
  doing: `<Measures />

نعتذر لأن هذا الخلل كان منا.`,
  canDo: `<Platforms />

<Action cohort="app-users">
يخبرك التطبيق حين يأتي دورك، ويفتح المتجر. تجد إصدارك في TODO (مكانه في التطبيق). وإذا كان جهازك لا يقبل الإصدار الجديد: TODO (ما البديل).
</Action>

ثبّته من هذه الأماكن فقط:

<TrustedStores />`,
};
