'use client';

import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { Words } from './words.ts';

interface PartProps {
  words: Words;
  children: ReactNode;
}

/** A part of the editor beside its text: when it fails, it alone says so, and whoever types goes on. */
export function Part({ words, children }: PartProps) {
  return (
    <ErrorBoundary
      fallbackRender={({ resetErrorBoundary }) => (
        <p role="status">
          {words['part.failed']}{' '}
          <button className="btn q" type="button" onClick={resetErrorBoundary}>
            {words['part.again']}
          </button>
        </p>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
