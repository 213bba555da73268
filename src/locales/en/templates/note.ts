import type { PostWords } from '#locales/templates.ts';

export const note: PostWords = {
  title: 'TODO (what this is about)',
  summary: 'TODO (what a reader knows afterwards)',
  body: `TODO (the one thing to know, first).

## TODO (first heading)

TODO (what it means for the reader).

**Questions?** Write to [{security}](mailto:{security}).`,
};
