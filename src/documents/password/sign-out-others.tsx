import { translator } from '#ui/messages.ts';
import type { Locale } from '#paths';

/** Whether other devices are signed out too; no question where the incident asks for it. */
export function SignOutOthers({ locale, forced, checked }: { locale: Locale; forced: boolean; checked: boolean }) {
  const t = translator(locale);
  if (forced) {
    return (
      <p>
        <input type="hidden" name="signOutOthers" value="on" />
        {t('guide.new.othersForced')}
      </p>
    );
  }
  return (
    <div className="check">
      <input type="checkbox" id="signOutOthers" name="signOutOthers" value="on" defaultChecked={checked} aria-describedby="signOutOthers-hint" />
      <div>
        <label htmlFor="signOutOthers">{t('guide.new.others')}</label>
        <span className="hint" id="signOutOthers-hint">
          {t('guide.new.othersHint')}
        </span>
      </div>
    </div>
  );
}
