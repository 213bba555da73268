import type { ReactNode } from 'react';

/** What just happened, told before the page's own matter. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="note" role="status">
      {children}
    </p>
  );
}
