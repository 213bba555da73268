import { goTo } from '#domain/studio/go-to.ts';
import { translator } from '#ui/translator.ts';
import { teamRead, tell } from '../../../../_http/team/team-read.ts';
import { hitWords } from '../../../_parts/go/go-words.ts';

export const GET = teamRead(async ({ ctx, query, locale }) => {
  const t = translator(locale);
  const hits = await goTo(ctx, { q: (query.get('q') ?? '').slice(0, 200), locale });
  return tell({ hits: hits.flatMap((hit) => (hit.to === null ? [] : [{ to: hit.to, title: hit.title, detail: hitWords(hit, t) }])) });
});
