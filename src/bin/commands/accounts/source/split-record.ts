const QUOTE = '"';

/** The fields of one line of CSV (RFC 4180 §2); null for quotes that stand where they may not, or have no end. */
export function splitRecord(line: string): string[] | null {
  if (!line.includes(QUOTE)) return line.split(',');
  const fields: string[] = [];
  for (let at = 0; ; at += 1) {
    if (line[at] === QUOTE) {
      let end = line.indexOf(QUOTE, at + 1);
      while (end !== -1 && line[end + 1] === QUOTE) end = line.indexOf(QUOTE, end + 2);
      if (end === -1) return null;
      fields.push(line.slice(at + 1, end).replaceAll('""', QUOTE));
      at = end + 1;
    } else {
      const comma = line.indexOf(',', at);
      const end = comma === -1 ? line.length : comma;
      const field = line.slice(at, end);
      if (field.includes(QUOTE)) return null;
      fields.push(field);
      at = end;
    }
    if (at === line.length) return fields;
    if (line[at] !== ',') return null;
  }
}
