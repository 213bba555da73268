import { Time } from '#ui/time.tsx';
import type { View } from '#documents/post/view.ts';

/** Says that the update which was promised did not come. */
export function LateLine({ since, view: { locale, t } }: { since: string | null; view: View }) {
  if (since === null) return null;
  return <p className="note">{t.rich('post.late', { by: <Time key="by" at={since} locale={locale} /> })}</p>;
}
