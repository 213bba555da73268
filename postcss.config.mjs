/** The team's stylesheet, by the same tool as the documents' own. */
export default { plugins: { '@tailwindcss/postcss': {} } };
