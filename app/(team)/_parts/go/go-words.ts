import type { Hit } from '#domain/studio/go-to.ts';
import type { Translate } from '#ui/translate.ts';

/** What a hit is, beside its title. */
export function hitWords({ kind, noticeId, locale, order }: Hit, t: Translate): string {
  const what = kind === 'order' ? t('shortcuts.go.kind.order', { n: order ?? 0 }) : t(`shortcuts.go.kind.${kind}`);
  return [noticeId, t(`word.language.${locale}`), what].filter(Boolean).join(' · ');
}
