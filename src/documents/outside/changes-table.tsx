import { LANGUAGES } from '#locales/registry.ts';
import type { OutsideView } from '#domain/review-links/read-outside.ts';
import type { Locale } from '#paths';
import type { Frame } from '#ui/page/frame.ts';

/** Each change that readers act on, against what is live. */
export function ChangesTable({ changes, of, frame: { t } }: { changes: OutsideView['changes']; of: Locale; frame: Frame }) {
  const { direction } = LANGUAGES[of];
  if (changes.length === 0) return <p>{t('review.hot.none')}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('review.hot.what')}</th>
          <th scope="col">{t('review.hot.was')}</th>
          <th scope="col">{t('review.hot.is')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ kind, was, is }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order of the text
          <tr key={index}>
            <th scope="row">{t(`review.kind.${kind}`)}</th>
            <td>{was === null ? '–' : <del dir={direction}>{was}</del>}</td>
            <td>{is === null ? '–' : <ins dir={direction}>{is}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
