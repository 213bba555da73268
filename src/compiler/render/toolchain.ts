/**
 * Names what the pipeline makes of a text: part of the key of stored renderings. Raise the first number with every change
 * of `ui/mdx` or of this folder that changes the HTML; the versions are those of package.json.
 */
export const TOOLCHAIN = 'posts 3, mdx-bundler 10.1.1, react 19.3.1, sharp 0.35.5';
