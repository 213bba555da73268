import type { AdvisoryWords } from '#locales/templates.ts';

export const dataAccessed: AdvisoryWords = {
  title: 'TODO (ما الذي حدث، وهل انتهى)',
  summary: 'TODO (ما الذي جرى الاطلاع عليه، ولمن، وما المطلوب)',
  lead: `في TODO (التاريخ والساعة) اكتشفنا أن شخصًا دخل دون إذن إلى TODO (أي أنظمة). اطّلع على TODO (أي بيانات) من TODO (العدد) من الحسابات. ولم يشمل ذلك TODO (أي بيانات).

نطلب من TODO (العدد) من الحسابات TODO (الخطوة). ولا يلزم غيرهم فعل أي شيء.`,
  happened: `بدأ الدخول في TODO (التاريخ والساعة). وانتهى في TODO (التاريخ والساعة) حين أغلقنا المنفذ.

TODO (كيف جرى الدخول، أو أننا لا نعرف بعد). لاحظنا ذلك لأن TODO (أول ما ظهر).`,
  information: `<DataInvolved />

### ماذا قد يعني ذلك

TODO (ما الذي يمكن فعله بهذه البيانات). أبلغنا من يعنيهم الأمر في TODO (التاريخ).`,
  doing: `<Measures />

نعتذر عما حدث.`,
  canDo: `<Platforms />

<Action cohort="data-seen">
TODO (الخطوة، وأين تتم). افتح {brand} كالمعتاد: من التطبيق، أو اكتب {host} بنفسك.
</Action>

إذا لم نطلب منك شيئًا، فلا يلزمك فعل أي شيء.`,
};
