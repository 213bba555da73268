import type { Publishable } from '#domain/publishing/approved/read-publishable.ts';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import type { Tone } from '#ui/tone.ts';

const TONES: Record<'same' | 'different' | 'unreachable', Tone> = { same: 'ok', different: 'act', unreachable: 'act' };

/** Where what was published last can be seen: on the instances, and by its public address. */
export function Out({ last, instances, i18n: { t, locale } }: { last: NonNullable<Publishable['last']>; instances: number; i18n: I18n }) {
  return (
    <>
      <p>{t.rich('publish.out.edition', { n: last.edition, at: <Time key="at" at={last.publishedAt} locale={locale} /> })}</p>
      <StatusBadge tone={last.showing === instances && instances > 0 ? 'ok' : 'recommended'}>
        {t('studio.edition.all', { n: last.showing, m: instances })}
      </StatusBadge>
      {last.reason !== null && (
        <p>
          <b>{t('publish.out.alone')}</b> <bdi>{last.reason}</bdi>
        </p>
      )}
      <ul className="rows">
        {last.checks.map(({ path, outcome, at }) => (
          <li key={path}>
            <StatusBadge tone={TONES[outcome]}>{t(`publish.check.${outcome}`)}</StatusBadge>
            <p className="meta">
              <a href={path}>
                <bdi>{path}</bdi>
              </a>{' '}
              <Time at={at} locale={locale} style="short" />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
