/** Ends the process with a sentence when it was given an argument that it does not know, instead of passing over it. */
export function onlyArguments(known: string[], instead = ''): void {
  const unknown = process.argv.slice(2).filter((argument) => !known.includes(argument));
  if (unknown.length === 0) return;
  const takes = known.length === 0 ? 'takes no arguments' : `takes ${known.join(' and ')} and nothing else`;
  console.error(`This ${takes}; it was given ${unknown.join(' ')}.${instead && ` ${instead}`}`);
  process.exit(1);
}
