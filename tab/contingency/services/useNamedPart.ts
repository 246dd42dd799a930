import { useEffect } from 'react';

/** Brings a part of the page to the reader: into sight, with the focus. */
export function showPart(id: string): void {
  const part = document.getElementById(id);
  part?.focus();
  part?.scrollIntoView({ block: 'start' });
}

/** A gap elsewhere leads straight to the part that closes it: the address names it. */
export function useNamedPart(): void {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (id === '') return;
    // After the page has given its heading the focus.
    const soon = setTimeout(() => showPart(id));
    return () => clearTimeout(soon);
  }, []);
}
