import type { Translate } from '#ui/translate.ts';
import type { Strength } from '#domain/credentials/password/password-strength.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/tone.ts';

const TONES: Record<Strength['level'], Tone> = { very_weak: 'act', weak: 'act', fair: 'recommended', strong: 'ok' };

/** How strong a new password would be that was not taken: in words, why, what helps, and that it must be typed again. */
export function PasswordFeedback({ strength, t }: { strength: Strength | null; t: Translate }) {
  return (
    <>
      {strength && (
        <p>
          <StatusBadge tone={TONES[strength.level]}>{t(`password.level.${strength.level}`)}</StatusBadge> {t(`password.time.${strength.level}`)}{' '}
          {t('password.estimate')}
        </p>
      )}
      {strength?.weakness && (
        <p>
          {t(`password.why.${strength.weakness}`)} {t(`password.help.${strength.weakness}`)}
        </p>
      )}
      <p>{t('password.typeAgain')}</p>
    </>
  );
}
