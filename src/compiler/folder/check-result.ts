import type { RenderResult } from '#compiler/render/renderer.ts';
import type { Finding } from '#compiler/text/finding.ts';
import type { ContentFile } from './content.ts';

/** What came of one file of a content folder. */
export interface CheckResult {
  file: string;
  /** No finding is an error. */
  ok: boolean;
  findings: Finding[];
  /** Of a post or update: what was read, and what came of it. */
  source: ContentFile | null;
  result: RenderResult | null;
}
