import type { PostWords } from '#locales/templates.ts';

export const note: PostWords = {
  title: 'TODO (worum es geht)',
  summary: 'TODO (was man danach weiß)',
  body: `TODO (das Wichtigste zuerst).

## TODO (erste Überschrift)

TODO (was es für die Lesenden bedeutet).

**Fragen?** Schreiben Sie an [{security}](mailto:{security}).`,
};
