import { LANGUAGES } from '#locales/registry.ts';
import type { WaitingText } from '#domain/review/waiting-texts.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { duration } from '../../_parts/duration.ts';
import { textName } from '../../_parts/text-name.ts';

const MINUTE_MS = 60_000;
const KINDS = ['number', 'date', 'link', 'platform', 'promise'] as const;

interface WaitingTableProps {
  /** ISO 8601. */
  now: string;
  waiting: WaitingText[];
  i18n: I18n;
}

/** What waits, for whom and for how long; the one button is for the first that waits for whoever looks. */
export function WaitingTable({ now, waiting, i18n }: WaitingTableProps) {
  const { t } = i18n;
  return (
    <section>
      <h2 id="waiting">{t('studio.waiting.title')}</h2>
      {waiting.length === 0 ? (
        <p className="meta">{t('studio.waiting.none')}</p>
      ) : (
        <table className="t" aria-labelledby="waiting">
          <thead>
            <tr>
              <th scope="col">{t('studio.column.text')}</th>
              <th scope="col">{t('studio.waiting.changes')}</th>
              <th scope="col">{t('studio.waiting.for')}</th>
              <th scope="col" className="n">
                {t('studio.waiting.since')}
              </th>
              <th scope="col" className="n">
                {t('studio.column.act')}
              </th>
            </tr>
          </thead>
          <tbody>
            {waiting.map((text, index) => {
              const { submission, path, waitsFor, since } = text;
              const to = waitsFor === 'publication' ? teamPaths.publish(String(submission)) : teamPaths.review(String(submission));
              return (
                <tr key={submission}>
                  <th scope="row">
                    {textName(path, t).called}
                    <small>
                      <bdi>{textName(path, t).of}</bdi>
                    </small>
                  </th>
                  <td data-l={t('studio.waiting.changes')}>{changesInWords(text, i18n)}</td>
                  <td data-l={t('studio.waiting.for')}>{waitsFor === 'you' ? <b>{t('studio.waiting.of.you')}</b> : t(`studio.waiting.of.${waitsFor}`)}</td>
                  <td className="n" data-l={t('studio.waiting.since')}>
                    {duration(Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / MINUTE_MS)), i18n)}
                  </td>
                  <td className="n">
                    <a className={index === 0 && waitsFor === 'you' ? 'btn' : undefined} href={to} {...(waitsFor !== 'publication' && { 'data-key': 'd' })}>
                      {t(waitsFor === 'publication' ? 'studio.waiting.publish' : 'studio.waiting.see')}
                    </a>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

function changesInWords({ counts }: WaitingText, { t, locale }: I18n): string {
  const words = KINDS.flatMap((kind) => (counts[kind] === undefined ? [] : [t(`studio.waiting.count.${kind}`, { n: counts[kind] })]));
  if (words.length === 0) return t('studio.waiting.nothing');
  return new Intl.ListFormat(LANGUAGES[locale].formatTag, { type: 'unit', style: 'short' }).format(words);
}
