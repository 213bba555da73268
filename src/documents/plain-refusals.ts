import { loadStylesheet } from '#documents/shell/stylesheet.ts';
import { makeDocument } from '#edition/make-document.ts';
import { refusalDocuments } from './refusals.ts';

/** What the front shows for a refusal before there is an edition: documents by their paths. Run by the build, in the checkout's root, after the stylesheet. */
export async function plainRefusals(): Promise<Record<string, { body: string; csp: string }>> {
  const stylesheet = await loadStylesheet(process.cwd());
  const documents = [...refusalDocuments(null, stylesheet)].map(makeDocument);
  return Object.fromEntries(documents.map(({ path, body, csp = '' }) => [path, { body: String(body), csp }]));
}
