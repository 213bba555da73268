/** What was typed, in its compatible form and with the digits of any script as western ones. */
export function westernDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/\p{Nd}/gu, westernDigit);
}

/** Unicode keeps the ten digits of a script in a row, from zero on (The Unicode Standard, §4.6). */
function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
