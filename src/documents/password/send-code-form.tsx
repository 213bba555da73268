import type { I18n } from '#ui/i18n.ts';
import { paths } from '#paths';

/** Asks for a code to the address on file; quiet where one is on its way already. */
export function SendCodeForm({ i18n: { locale, t }, again }: { i18n: I18n; again: boolean }) {
  return (
    <form method="post" action={paths.passwordProof(locale)}>
      <input type="hidden" name="send" value="1" />
      <p className="actions submit">
        <button className={again ? 'btn q' : 'btn'} type="submit">
          {t(again ? 'guide.proof.sendAgain' : 'guide.proof.send')}
        </button>
      </p>
    </form>
  );
}
