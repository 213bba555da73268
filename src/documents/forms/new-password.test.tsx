import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, test } from 'vitest';
import { translator } from '#ui/translator.ts';
import type { Strength } from '#domain/credentials/password/password-strength.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { LOCALES } from '#paths';
import { errorSentence } from './error-sentence.ts';
import { GuideNewPage } from '#documents/password/guide-new-page.tsx';
import { sampleFrame, sampleGuide } from '#tests/support/sample-account.ts';

const LEVELS = ['very_weak', 'weak', 'fair', 'strong'] as const;
const WEAKNESSES = ['own_words', 'common', 'keys', 'repeat', 'sequence', 'date'] as const;

describe.each(LOCALES)('in %s', (locale) => {
  const t = translator(locale);
  const frame = sampleFrame(locale);
  const guide = (errors: FieldErrors, strength: Strength | null) =>
    renderToStaticMarkup(<GuideNewPage frame={frame} guide={sampleGuide} errors={errors} strength={strength} keep={[]} signOutOthers />);

  test.each(WEAKNESSES.flatMap((weakness) => LEVELS.map((level) => ({ level, weakness }))))(
    '$level for its $weakness: how strong, why, what helps',
    (strength) => {
      const markup = guide({ next: 'password_guessable' }, strength);
      const { level, weakness } = strength;
      const keys = [`level.${level}`, `time.${level}`, 'estimate', `why.${weakness}`, `help.${weakness}`, 'typeAgain'] as const;
      for (const key of keys) expect(markup).toContain(t(`password.${key}`).replaceAll("'", '&#x27;'));
      expect(markup).toMatch(/<input[^>]* id="next" aria-describedby="next-hint next-error next-feedback"/);
    },
  );

  it('says nothing of strength before anything was typed', () => {
    expect(guide({}, null)).not.toContain('next-feedback');
  });

  it('says of a password that was only mistyped the second time that it is strong', () => {
    const markup = guide({ confirm: 'password_mismatch' }, { level: 'strong', weakness: null });
    expect(markup).toContain(t('password.time.strong'));
    expect(markup).toContain(t('password.typeAgain'));
  });

  it('tells browsers and password managers the bounds, and lets people paste', () => {
    const inputs = guide({}, null).match(/<input[^>]* name="(?:next|confirm)"[^>]*>/g) ?? [];
    expect(inputs).toHaveLength(2);
    for (const input of inputs) {
      expect(input).toContain(' autoComplete="new-password"');
      expect(input).toMatch(/ minLength="15" passwordrules="minlength: 15; maxlength: 1024; allowed: unicode;"/);
      // A longer one is refused in words; cut off without a word, nobody could sign in with it.
      expect(input).not.toMatch(/ (?:maxLength|pattern|onpaste)=/i);
    }
  });

  it('has a sentence for each refusal', () => {
    const problems = ['short', 'long', 'common', 'own_words', 'guessable', 'used_before', 'breached', 'mismatch'];
    const keys = ['email_invalid', ...problems.map((problem) => `password_${problem}`)];
    expect(keys.filter((key) => errorSentence(t, key) === t('error.other'))).toEqual([]);
  });
});
