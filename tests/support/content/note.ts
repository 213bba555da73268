/** A note with valid front matter around a body; its first line is line 8. */
export function note(body: string): string {
  return `---\ntitle: A note\nslug: a-note\nsummary: What it is about.\nlocale: en\ndate: 2014-05-27\n---\n${body}`;
}
