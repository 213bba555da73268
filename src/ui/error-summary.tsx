interface ErrorSummaryProps {
  /** "There is a problem". */
  title: string;
  /** In the order of the form; `field` is the input's name, or null for what belongs to none. */
  errors: { field: string | null; message: string }[];
}

/** What is wrong with a form, first on the page and focused at load, each line leading to its field. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back because of these errors; without script nothing else can move the focus to them
    <div className="summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary">
      <h2 id="error-summary">{title}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{field === null ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
