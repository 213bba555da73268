import { readKeys } from '#domain/keys/read-keys.ts';
import { found, keptFormOf, teamRequest } from '../../../_http/team/team-page.ts';
import { KeysFoot } from '../../_parts/keys/keys-foot.tsx';
import { Place } from '../../_parts/place.tsx';
import { KeyTable } from './_parts/key-table.tsx';
import { MakeKey } from './_parts/make-key.tsx';
import { KeyRefused } from './_parts/key-refused.tsx';

interface KeysPageProps {
  searchParams: Promise<{ form?: string | string[] }>;
}

/** The keys by which whoever looks approves from a command line. */
export default async function KeysPage({ searchParams }: KeysPageProps) {
  const request = await teamRequest();
  const { ctx, t } = request;
  const keys = await found(readKeys(ctx, {}));
  const kept = await keptFormOf(request, await searchParams);
  return (
    <>
      <Place here={t('keys.here')} />
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <KeyRefused t={t} kept={kept} />}
        <section className="verdict ok" aria-labelledby="verdict">
          <h1 id="verdict">{t('keys.title', { n: keys.filter(({ state }) => state === 'good').length })}</h1>
          <p>{t('keys.why')}</p>
        </section>
        <KeyTable keys={keys} i18n={request} />
        <MakeKey typed={kept && new URLSearchParams(kept.body)} t={t} />
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );
}
