import type { Translate } from '#ui/translate.ts';

/** To the page before. */
export function BackLink({ to, t }: { to: string; t: Translate }) {
  return (
    <p className="meta">
      <a href={to}>{t('guide.back')}</a>
    </p>
  );
}
