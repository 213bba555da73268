'use client';

import { useErrorWords } from './_parts/error-words.tsx';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** What stands in the place of a page that failed. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const words = useErrorWords();
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <title>{words?.title}</title>
      <section className="verdict act">
        <h1>{words?.title}</h1>
        <p>
          {words?.text} <code>{error.digest}</code>
        </p>
      </section>
      <button className="btn" type="button" onClick={reset}>
        {words?.again}
      </button>
    </main>
  );
}
