import { teamPaths } from '#paths';
import type { Translate } from '#ui/translate.ts';

/** Days that are offered: as long as a quarter. */
const USUAL_DAYS = '90';

/** `typed`: what was refused. */
export function MakeKey({ typed, t }: { typed: URLSearchParams | null; t: Translate }) {
  return (
    <section aria-labelledby="make">
      <h2 id="make">{t('keys.make')}</h2>
      <form method="post" action={teamPaths.makeKey()} className="say">
        <p>
          <label htmlFor="name">{t('keys.nameLabel')}</label>
          <input id="name" name="name" maxLength={80} required dir="auto" aria-describedby="name-hint" defaultValue={typed?.get('name') ?? ''} />
          <span className="meta" id="name-hint">
            {t('keys.nameHint')}
          </span>
        </p>
        <p>
          <label htmlFor="days">{t('keys.daysLabel')}</label>
          <input id="days" name="days" inputMode="numeric" size={4} required aria-describedby="days-hint" defaultValue={typed?.get('days') ?? USUAL_DAYS} />
          <span className="meta" id="days-hint">
            {t('keys.daysHint')}
          </span>
        </p>
        <button className="btn" type="submit">
          {t('keys.send')}
        </button>
        <p className="meta">{t('keys.stepUp')}</p>
      </form>
    </section>
  );
}
