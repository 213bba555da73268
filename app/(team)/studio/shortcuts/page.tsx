import { readShortcuts } from '#domain/studio/read-shortcuts.ts';
import { KEYS, type KeyName } from '#model/team/shortcuts.ts';
import { teamPaths } from '#paths';
import { keptFormOf, teamRequest } from '../../../_http/team/team-page.ts';
import { KeyCaps, KeysFoot } from '../../_parts/keys/keys-foot.tsx';
import { Place } from '../../_parts/place.tsx';
import { Refused } from '../../_parts/refused.tsx';

/** Keys that are letters or signs alone: who speaks to a machine, or leans on it, turns them off. */
const SINGLE = (Object.keys(KEYS) as KeyName[]).filter((name) => KEYS[name][0].length === 1 || name === 'open');
const ALWAYS = (Object.keys(KEYS) as KeyName[]).filter((name) => !SINGLE.includes(name));

/** Every key, and whether they do something. */
export default async function KeysPage({ searchParams }: { searchParams: Promise<{ form?: string | string[] }> }) {
  const request = await teamRequest();
  const { ctx, t } = request;
  const { on } = await readShortcuts(ctx, {});
  const kept = await keptFormOf(request, await searchParams);
  return (
    <>
      <Place here={t('shortcuts.title')} />
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <Refused t={t} kept={kept} sentence={null} />}
        <section className={`verdict ${on ? 'ok' : 'rec'}`} aria-labelledby="verdict">
          <h1 id="verdict">{t(on ? 'shortcuts.on' : 'shortcuts.off')}</h1>
          <p className="meta">{t('shortcuts.kept')}</p>
        </section>
        <form method="post" action={teamPaths.setShortcuts()}>
          <input type="hidden" name="keys" value={on ? 'off' : 'on'} />
          <p className="actions">
            <button className="btn" type="submit">
              {t(on ? 'shortcuts.turnOff' : 'shortcuts.turnOn')}
            </button>
          </p>
        </form>
        <KeyTable id="single" title={t('shortcuts.single')} help={t('shortcuts.singleHelp')} names={SINGLE} request={request} />
        <KeyTable id="always" title={t('shortcuts.always')} help={t('shortcuts.alwaysHelp')} names={ALWAYS} request={request} />
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );
}

interface KeyTableProps {
  id: string;
  title: string;
  help: string;
  names: readonly KeyName[];
  request: Awaited<ReturnType<typeof teamRequest>>;
}

function KeyTable({ id, title, help, names, request: { t } }: KeyTableProps) {
  return (
    <section>
      <h2 id={id}>{title}</h2>
      <p className="meta">{help}</p>
      <table className="t tight" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('shortcuts.key')}</th>
            <th scope="col">{t('shortcuts.does')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                <KeyCaps name={name} />
              </th>
              <td data-l={t('shortcuts.does')}>{t(`shortcuts.of.${name}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
