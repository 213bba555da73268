import type { ContentFile } from '#compiler/folder/content.ts';
import { splitFrontMatter } from '#compiler/text/front-matter.ts';
import { Invalid } from '#domain/core/errors.ts';
import type { Transaction } from '#domain/core/context.ts';
import { type LiveText, liveTexts } from './live-texts.ts';
import { storedTextPath, textPath } from '#domain/posts/text-path.ts';

/** A file of the folder, and the instant that its front matter gives; ISO 8601. */
export interface DatedFile {
  file: ContentFile;
  date: string;
}

/**
 * The paths, below the content folder, of what is live and what the folder no longer has: texts, and the facts of incidents, whose slugs it has are
 * `incidents`. Throws Invalid, by path, when a new file is one of them under another name: an address that is out never changes. Two statements.
 */
export async function missingTexts(tx: Transaction, files: readonly DatedFile[], incidents: ReadonlySet<string>): Promise<string[]> {
  const live = await liveTexts(tx);
  const told = new Set(live.filter(({ kind }) => kind === 'advisory').map(({ slug }) => slug));
  const lost = [...told].filter((slug) => !incidents.has(slug)).map((slug) => `incidents/${slug}/incident.yaml`);
  const held = new Set(files.map(({ file }) => textPath(file)));
  const missing = live.filter((text) => !held.has(storedTextPath(text)));
  await refuseRenames(tx, files, live, missing);
  return [...missing.map(storedTextPath), ...lost].sort();
}

async function refuseRenames(tx: Transaction, files: readonly DatedFile[], live: LiveText[], missing: LiveText[]): Promise<void> {
  const stays = new Set(files.map(({ file }) => pageOf(file)));
  const gone = missing.filter((text) => !stays.has(livePage(text)));
  if (gone.length === 0) return;
  const known = new Set(live.map(livePage));
  const added = files.filter(({ file }) => !known.has(pageOf(file)));
  const revisions = await tx.revision.findMany({ where: { id: { in: gone.map((text) => text.revisionId) } }, select: { id: true, source: true } });
  const sources = new Map(revisions.map(({ id, source }) => [id, bodyOf(source)]));
  const renamed = added.flatMap(({ file, date }) => {
    const was = gone.find((text) => {
      if (kindOf(text) !== file.kind || (text.updateId !== null && text.slug !== file.incidentSlug)) return false;
      const sameInstant = text.at !== null && text.at.getTime() === Date.parse(date);
      return sameInstant || (text.locale === file.locale && sources.get(text.revisionId) === bodyOf(file.source));
    });
    return was ? [[`${file.path}:1:1`, refusal(was)] as const] : [];
  });
  if (renamed.length > 0) throw new Invalid(Object.fromEntries(renamed), 'A text that is live has another name here; nothing was changed.');
}

function refusal(was: LiveText): string {
  const name = was.updateSlug ?? was.slug;
  const file = storedTextPath(was);
  return `structure/renamed: This is "${name}" under another name, and "${name}" is live: its address never changes. Call it ${file} again, with "slug: ${name}".`;
}

const kindOf = (text: LiveText) => (text.updateId === null ? text.kind : 'update');
const bodyOf = (source: string) => splitFrontMatter(source).body.trim();

/** What the locales of one text share. */
const pageOf = ({ kind, incidentSlug, slug }: Pick<ContentFile, 'kind' | 'incidentSlug' | 'slug'>) => `${kind} ${incidentSlug ?? ''} ${slug}`;
const livePage = (text: LiveText) =>
  pageOf({ kind: kindOf(text), slug: text.updateSlug ?? text.slug, ...(text.kind === 'advisory' && { incidentSlug: text.slug }) });
