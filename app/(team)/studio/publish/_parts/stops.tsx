import type { Publishable } from '#domain/publishing/approved/read-publishable.ts';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/tone.ts';

interface StopsProps {
  publishable: Publishable;
  /** Something can go out. */
  ready: boolean;
  i18n: I18n;
}

/** What would stop it, what happens then, and how that stands now. */
export function Stops({ publishable: { instances, workers }, ready, i18n: { t } }: StopsProps) {
  const rows: { key: 'changes' | 'render' | 'instance' | 'worker'; tone: Tone; now: string }[] = [
    { key: 'changes', tone: ready ? 'ok' : 'recommended', now: ready ? t('publish.stops.unchanged') : t('publish.stops.nothing') },
    { key: 'render', tone: 'progress', now: t('publish.stops.tried') },
    { key: 'instance', tone: instances > 0 ? 'ok' : 'recommended', now: t('publish.stops.instances', { n: instances }) },
    { key: 'worker', tone: workers > 0 ? 'ok' : 'recommended', now: t('publish.stops.workers', { n: workers }) },
  ];
  return (
    <section>
      <h2 id="stops">{t('publish.stops.title')}</h2>
      <table className="t tight" aria-labelledby="stops">
        <thead>
          <tr>
            <th scope="col">{t('publish.stops.if')}</th>
            <th scope="col">{t('publish.stops.then')}</th>
            <th scope="col">{t('publish.stops.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, tone, now }) => (
            <tr key={key}>
              <th scope="row">{t(`publish.stops.${key}.if`)}</th>
              <td data-l={t('publish.stops.then')}>{t(`publish.stops.${key}.then`)}</td>
              <td data-l={t('publish.stops.now')}>
                <StatusBadge tone={tone}>{now}</StatusBadge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
