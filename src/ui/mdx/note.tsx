import type { ReactNode } from 'react';

/** A passage beside the text. */
export function Note({ children }: { children?: ReactNode }) {
  return <aside className="note">{children}</aside>;
}
