/**
 * Where each unit of a node's value stands in the source between two offsets. Markdown drops what it reads as a sign (a backslash, an indent) and
 * writes references anew ("&amp;"); all else stands as it is. Linear in the length of both.
 */
export function writtenAt(value: string, source: string, from: number, to: number): number[] {
  const places: number[] = [];
  let next = from;
  for (let index = 0; index < value.length; index += 1) {
    const unit = value[index];
    while (next < to && source[next] !== unit && source[next] !== '&') next += 1;
    places.push(Math.min(next, to));
    if (source[next] === unit) next += 1;
    else if (source[next] === '&') next = endOfReference(source, next, to);
  }
  places.push(to);
  return places;
}

function endOfReference(source: string, from: number, to: number): number {
  // The longest name of HTML has 31 letters.
  const end = source.slice(from, Math.min(to, from + 33)).indexOf(';');
  return end === -1 ? from + 1 : from + end + 1;
}
