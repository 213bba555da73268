import type { z } from 'zod';
import type { Locale } from '#paths';

/** What every form takes that people type into: far more than its fields may hold, so that what is too long gets a sentence and not a refusal. */
export const TYPED_FORM_BYTES = 64 * 1024;

/** What a form without anything to type takes. */
export const BUTTON_FORM_BYTES = 1024;

/** A field that people see. */
export interface VisibleField {
  /**
   * The bound of its length comes first: nothing is normalised, hashed or matched before. Messages are keys of sentences under `error`.
   * What was not sent is the empty string. A field whose schema is an array may stand in the form more than once; any other may not.
   */
  schema: z.ZodType;
  /** Key of the sentence beside it. */
  label:
    | `field.${'email' | 'password' | 'currentPassword' | 'code' | 'factorCode' | 'next' | 'confirm' | 'newEmail' | 'formerEmail' | 'formerPassword'}`
    | 'guide.new.others';
  /** How browsers, keyboards and password managers take it. */
  input: {
    type?: 'email' | 'password' | 'checkbox';
    inputMode?: 'numeric';
    autoCapitalize?: 'characters';
    autoComplete?: 'username' | 'email' | 'current-password' | 'new-password' | 'one-time-code';
  };
}

/** A field that the page fills in. One whose schema is a literal names its form among those of one page. */
export interface HiddenField {
  schema: z.ZodType;
}

export type Fields = Readonly<Record<string, VisibleField | HiddenField>>;

/** One form: what its document draws, its route reads, its verb checks and the front lets in. */
export interface Form<F extends Fields = Fields> {
  /** Where it posts to: the page that it stands on, or one of its own. */
  readonly path: (locale: Locale) => string;
  /** Bytes of a request's body at most. */
  readonly maxBytes: number;
  /** By name, in the order of the page. */
  readonly fields: F;
}

/** What a form holds once it is read. */
export type FormValues<F extends Fields> = { [Name in keyof F]: z.output<F[Name]['schema']> };
