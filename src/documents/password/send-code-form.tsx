import { translator } from '#ui/messages.ts';
import { type Locale, paths } from '#paths';

/** Asks for a code to the address on file; quiet where one is on its way already. */
export function SendCodeForm({ locale, again }: { locale: Locale; again: boolean }) {
  const t = translator(locale);
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
