/** Says what a command has to say: as one line of JSON where that was asked for, else in words. */
export function answer({ json }: { json?: true }, view: object, words: string): void {
  console.log(json ? JSON.stringify(view) : words);
}
