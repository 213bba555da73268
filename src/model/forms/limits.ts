import { LOCALES } from '#paths';
import type { Form } from './form.ts';
import { FORMS } from './forms.ts';

/** Every path that takes a form, in every locale → the bytes that a body may have there. A path that is not here takes none. */
export const BODY_LIMITS: ReadonlyMap<string, number> = limitsOf(FORMS);

function limitsOf(forms: readonly Form[]): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const { path, maxBytes } of forms) {
    for (const locale of LOCALES) limits.set(path(locale), Math.max(limits.get(path(locale)) ?? 0, maxBytes));
  }
  return limits;
}
