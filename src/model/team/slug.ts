/** A text's word in addresses, and the name of its folder or file: small letters, digits and single hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const MAX_SLUG = 80;

/** A slug made of a title, as far as it is written in Latin letters; empty where nothing is left of it. */
export function slugOf(title: string): string {
  const latin = title.slice(0, 300).toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const words = latin.replaceAll(/['’]/g, '').match(/[a-z0-9]+/g) ?? [];
  return words.reduce((slug, word) => (slug.length + word.length >= MAX_SLUG - 20 ? slug : slug === '' ? word : `${slug}-${word}`), '');
}
