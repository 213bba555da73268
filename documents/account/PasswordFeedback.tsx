import { t } from '#documents/messages.ts';
import type { Strength } from '#domain/accounts/password-strength.ts';
import type { Locale } from '#paths';
import { StatusBadge } from '#ui/StatusBadge.tsx';
import type { Tone } from '#ui/tone.ts';

const TONES: Record<Strength['level'], Tone> = { very_weak: 'act', weak: 'act', fair: 'recommended', strong: 'ok' };

/** How strong a new password would be that was not taken: in words, why, what helps, and that it must be typed again. */
export function PasswordFeedback({ strength, locale }: { strength: Strength | null; locale: Locale }) {
  const say = t(locale);
  return (
    <>
      {strength && (
        <p>
          <StatusBadge tone={TONES[strength.level]}>{say(`password.level.${strength.level}`)}</StatusBadge> {say(`password.time.${strength.level}`)}{' '}
          {say('password.estimate')}
        </p>
      )}
      {strength?.weakness && (
        <p>
          {say(`password.why.${strength.weakness}`)} {say(`password.help.${strength.weakness}`)}
        </p>
      )}
      <p>{say('password.typeAgain')}</p>
    </>
  );
}
