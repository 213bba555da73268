/** The first rows of what is read as it is asked for, and whether there are more. */
export async function upTo<Row>(source: AsyncIterable<Row>, most: number): Promise<{ rows: Row[]; isCut: boolean }> {
  const rows: Row[] = [];
  for await (const row of source) {
    if (rows.length === most) return { rows, isCut: true };
    rows.push(row);
  }
  return { rows, isCut: false };
}
