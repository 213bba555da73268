/** Whether a browser reads an address as people do: it drops control characters, and "java\nscript:" becomes a program. */
export function isPlainUrl(url: string): boolean {
  return url !== '' && !/[\u0000-\u0020\u007f\\\p{Default_Ignorable_Code_Point}]/u.test(url);
}
