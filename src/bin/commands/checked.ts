import { InvalidArgumentError } from 'commander';

export const MARKET_FORM = 'A market has two capital letters, like US.';
export const INSTANT_FORM = 'A time is written with its zone, like 2014-05-22T00:00:00Z.';

/** What a Zod schema is to an argument. */
interface Schema {
  safeParse(typed: string): { success: boolean };
}

/** Takes an argument that fits; says the sentence to who typed another. */
export function checked(form: Schema | RegExp, sentence: string): (typed: string) => string {
  return (typed) => {
    if (!(form instanceof RegExp ? form.test(typed) : form.safeParse(typed).success)) throw new InvalidArgumentError(sentence);
    return typed;
  };
}
