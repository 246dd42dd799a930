import { useState, type ReactNode } from 'react';
import { NoAccess } from './Failed.tsx';

/** A form for whoever may write: once open, others' changes do not close it, and saving says what has happened. */
export function Begun({ may, children }: { may: boolean; children: ReactNode }) {
  return useBegun(may) ? children : <NoAccess />;
}

/** Whether the reader may, or might since the page was opened. */
export function useBegun(may: boolean): boolean {
  const [began, setBegan] = useState(may);
  if (may && !began) setBegan(true);
  return began || may;
}
