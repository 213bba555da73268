import type { PublicDocument } from '#model/edition.ts';

/** How a public document is made: `render` is given `input` and nothing else, so the same input, by the same build, makes the same bytes. */
export interface Recipe {
  path: string;
  /** Plain, immutable data, and bytes only as a field of their own. */
  input: object;
  render(input: object): PublicDocument;
}

/** A recipe whose render takes what its input is. */
export function recipe<Input extends object>(path: string, input: Input, render: (input: Input) => PublicDocument): Recipe {
  return { path, input, render };
}
