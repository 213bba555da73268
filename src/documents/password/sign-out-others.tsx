import type { Translate } from '#ui/translate.ts';

/** Whether other devices are signed out too; no question where the incident asks for it. */
export function SignOutOthers({ t, forced, checked }: { t: Translate; forced: boolean; checked: boolean }) {
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
