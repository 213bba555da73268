import type { ReactNode } from 'react';
import type { Publishable } from '#domain/publishing/approved/read-publishable.ts';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import type { Tone } from '#ui/tone.ts';

interface StopsProps {
  publishable: Publishable;
  /** Something can go out. */
  ready: boolean;
  /** Something goes out at a time. */
  planned: boolean;
  i18n: I18n;
}

/** What would stop it, what happens then, and how that stands now. */
export function Stops({ publishable: { instances, workers, tried }, ready, planned, i18n: { t, locale } }: StopsProps) {
  const rows: { key: 'changes' | 'render' | 'instance' | 'worker' | 'stopped'; tone: Tone; now: ReactNode }[] = [
    { key: 'changes', tone: ready ? 'ok' : 'recommended', now: ready ? t('publish.stops.unchanged') : t('publish.stops.nothing') },
    { key: 'render', tone: tried === null ? 'progress' : tried.fault === null ? 'ok' : 'act', now: renders() },
    { key: 'instance', tone: instances > 0 ? 'ok' : 'recommended', now: t('publish.stops.instances', { n: instances }) },
    { key: 'worker', tone: workers > 0 ? 'ok' : 'recommended', now: t('publish.stops.workers', { n: workers }) },
    ...(planned ? [{ key: 'stopped', tone: 'progress', now: t('schedule.nobody') } as const] : []),
  ];
  function renders(): ReactNode {
    if (tried === null) return t('publish.stops.tried');
    if (tried.fault !== null) return <bdi>{tried.fault}</bdi>;
    return t.rich('schedule.triedAt', { at: <Time key="at" at={tried.at} locale={locale} style="short" /> });
  }
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
