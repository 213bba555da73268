/** A paragraph with blanks in place of its code spans, as long as before. Linear in its length. */
export function withoutCode(paragraph: string): string {
  const runs = [...paragraph.matchAll(/`+/g)];
  const last = new Map(runs.map(({ 0: run, index }) => [run.length, index]));
  let result = '';
  let done = 0;
  for (let next = 0; next < runs.length; next += 1) {
    const { 0: run = '', index = 0 } = runs[next] ?? {};
    if (index < done) continue;
    const between = paragraph.slice(done, index);
    result += between;
    done = index;
    // An escaped sign opens nothing, and in a tag it belongs to a value.
    const tag = between.lastIndexOf('<');
    const inTag = tag > between.lastIndexOf('>') && /[\p{L}/$_]/u.test(between.charAt(tag + 1));
    if (inTag || isEscaped(between) || (last.get(run.length) ?? 0) <= index) continue;
    let close = next + 1;
    while (runs[close]?.[0].length !== run.length) close += 1;
    const end = (runs[close]?.index ?? index) + run.length;
    result += paragraph.slice(index, end).replace(/[^\n]/g, ' ');
    done = end;
    next = close;
  }
  return result + paragraph.slice(done);
}

/** Whether the sign behind these words is escaped: an odd number of backslashes stands before it. */
function isEscaped(before: string): boolean {
  let from = before.length;
  while (before.charAt(from - 1) === '\\') from -= 1;
  return (before.length - from) % 2 === 1;
}
