let lines = 0;

/** The text with one line more, another one each time: without a figure that readers would act on, and with nothing that the lint finds. */
export function anotherLine(text: string): string {
  lines += 1;
  const word = [...String(lines)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return `${text}\nDoor ${word} stands here now.\n`;
}
