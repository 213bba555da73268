import type { PublishableLanguage } from '#domain/publishing/approved/read-publishable.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';

interface AloneProps {
  id: string;
  languages: PublishableLanguage[];
  /** What was typed and refused. */
  typed: URLSearchParams | null;
  i18n: I18n;
}

/** Apart from the rest: one person's publication, with the reason that everybody will read. */
export function Alone({ id, languages, typed, i18n: { t } }: AloneProps) {
  return (
    <section>
      <h2>{t('publish.alone.title')}</h2>
      <p>{t('publish.alone.what')}</p>
      <form method="post" action={teamPaths.publishAlone(id)}>
        {languages.map(({ submission, locale }) => (
          <p key={submission}>
            <label className="pick">
              <input type="checkbox" name="submission" value={submission} defaultChecked /> <span>{t(`word.language.${locale}`)}</span>
            </label>
          </p>
        ))}
        <label htmlFor="reason">{t('publish.alone.reason')}</label>
        <textarea id="reason" name="reason" rows={3} minLength={20} maxLength={1000} required dir="auto" defaultValue={typed?.get('reason') ?? ''} />
        <p className="actions">
          <button className="btn q" type="submit">
            {t('publish.alone.send')}
          </button>
        </p>
      </form>
    </section>
  );
}
