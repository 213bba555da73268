'use client';

import type { ReactNode } from 'react';
import { useKeysWork } from './keys-context.tsx';

/** What is true only while keys do something. */
export function WhileKeysWork({ children }: { children: ReactNode }) {
  return useKeysWork() ? children : null;
}
