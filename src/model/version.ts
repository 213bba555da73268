/** A version that can be compared: its numbers, and what may follow them. */
export const VERSION = /^v?\d+(?:\.\d+)*(?:[-+ ].*)?$/i;

/** Whether an app's version is below another: dotted numbers of any length ("1.1.0.988"); a suffix ("-beta") comes before its release. */
export function isBelow(version: string, fixed: string): boolean {
  const [mine, theirs] = [parse(version), parse(fixed)];
  for (let part = 0; part < Math.max(mine.numbers.length, theirs.numbers.length); part += 1) {
    const difference = (mine.numbers[part] ?? 0) - (theirs.numbers[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return mine.early && !theirs.early;
}

/** What is no number counts as 0: a version that we can't read was not shown to be fixed. */
function parse(version: string) {
  const [numbers = '', ...suffix] = version.trim().replace(/^v/i, '').split(/[-+ ]/);
  return { numbers: numbers.split('.').map((part) => Number(/^\d{1,15}$/.exec(part)?.[0] ?? 0)), early: suffix.length > 0 && !version.includes('+') };
}
