interface Place {
  line: number;
  column: number;
}

/** The lines of a text: where an offset is, and the other way round. Lines and columns count from 1. */
export function lineIndex(text: string): { placeOf: (offset: number) => Place; offsetOf: (place: Place) => number } {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)];
  return {
    placeOf(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    offsetOf: ({ line, column }) => (starts[line - 1] ?? 0) + column - 1,
  };
}
