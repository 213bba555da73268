import type { Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import type { Prisma } from '#generated/prisma/client.ts';
import { type Facts, factsSchema } from '#model/facts.ts';
import type { Locale } from '#paths';
import { sentenceIn } from '#ui/sentence-in.ts';
import type { DueText } from '../due-texts.ts';
import { changedValues } from './changed-values.ts';
import { MIN_REASON, type Reasons } from './reasons.ts';

export interface WithReasons {
  reasons: Reasons;
  /** Whether nothing goes out without: what comes from a content folder has said its reasons in its facts, or says none. */
  required: boolean;
  /** What goes back to earlier words has its entry, whatever they change. */
  always?: true;
}

interface Edition {
  number: number;
  at: Date;
}

/**
 * Keeps what readers act on and this edition changes, for the public log of corrections: in each text and language was, is, when and why. A reason is
 * what was given, or else what the facts' own new corrections say. Throws Invalid, `why_<locale>`, for one that is missing.
 */
export async function logCorrections(tx: Transaction, due: readonly DueText[], edition: Edition, { reasons, required, always }: WithReasons): Promise<void> {
  const again = due.filter(({ live }) => live !== null);
  const sources = await sourcesOf(tx, again);
  const facts = await factsOf(tx, again);
  const missing: Record<string, string> = {};
  const rows = again.flatMap(({ row, live }): Prisma.CorrectionCreateManyInput[] => {
    const locale = row.locale as Locale;
    const version = (revision: number, id: number | null) => ({ source: sources.get(revision) ?? '', facts: facts.get(id ?? 0) ?? null });
    const before = version(live?.revisionId ?? 0, live?.factsRevisionId ?? null);
    const after = version(row.revisionId, row.factsRevisionId);
    const own = (shown: typeof before) => (row.updateId === null ? shown : { ...shown, facts: null });
    const changes = changedValues(own(before), own(after), locale);
    if (changes.length === 0 && !always) return [];
    const why = reasons[locale] ?? reasonOfFacts(before.facts, after.facts, locale);
    if (required && (why ?? '').length < MIN_REASON) missing[`why_${locale}`] = why === null ? 'why_missing' : 'reason_short';
    return [{ postId: row.postId, updateId: row.updateId, locale, editionNumber: edition.number, at: edition.at, changes: changes as object[], why }];
  });
  if (Object.keys(missing).length > 0) throw new Invalid(missing, 'What readers act on changes; say why. Nothing was published.');
  await tx.correction.createMany({ data: rows });
}

async function sourcesOf(tx: Transaction, due: readonly DueText[]): Promise<Map<number, string>> {
  const ids = due.flatMap(({ row, live }) => [row.revisionId, live?.revisionId ?? 0]);
  const rows = await tx.revision.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, source: true } });
  return new Map(rows.map(({ id, source }) => [id, source]));
}

async function factsOf(tx: Transaction, due: readonly DueText[]): Promise<Map<number, Facts>> {
  const ids = due.flatMap(({ row, live }) => [row.factsRevisionId ?? 0, live?.factsRevisionId ?? 0]);
  const rows = await tx.factsRevision.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, json: true } });
  // Facts of another shape are refused where the edition is loaded.
  return new Map(
    rows.flatMap(({ id, json }) => {
      const { data } = factsSchema.safeParse(json);
      return data ? [[id, data]] : [];
    }),
  );
}

/** What the corrections say that these facts have and the earlier had not. */
function reasonOfFacts(before: Facts | null, after: Facts | null, locale: Locale): string | null {
  const known = new Set(before?.corrections.map(({ at }) => at));
  const added = after?.corrections.filter(({ at }) => !known.has(at)) ?? [];
  return added.length === 0 ? null : added.map(({ why }) => sentenceIn(why, locale)).join(' ');
}
