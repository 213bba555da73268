import type { PostWords } from '#locales/templates.ts';

export const note: PostWords = {
  title: 'TODO (ما الموضوع)',
  summary: 'TODO (ما الذي يعرفه القارئ بعد القراءة)',
  body: `TODO (أهم ما في الأمر أولًا).

## TODO (العنوان الأول)

TODO (ما الذي يعنيه ذلك للقارئ).

**أسئلة؟** اكتب إلى [{security}](mailto:{security}).`,
};
