import type { Fields } from '#model/forms/form.ts';

/** A form of the team's pages. It posts to a route of its own, since a page can't share its address with one. */
export interface TeamForm<F extends Fields = Fields> {
  /** What a refused one is kept under. */
  readonly name: string;
  /** Where it posts to, with `:id` in the place of a number. */
  readonly path: string;
  /** Bytes of a request's body at most. */
  readonly maxBytes: number;
  readonly fields: F;
  /** The name of its field for a file, where it has one: it comes as `multipart/form-data` then. */
  readonly file?: string;
  /** Others beside them, which the form has as many of as what it is about: how they are named, and how many at most. */
  readonly rest?: { readonly name: RegExp; readonly most: number };
}
