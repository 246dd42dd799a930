import { useEffect } from 'react';

/** Scrolls to a section of the page and focuses it. */
export function showPart(id: string): void {
  const part = document.getElementById(id);
  part?.focus();
  part?.scrollIntoView({ block: 'start' });
}

/** A link to a gap names the section that closes it in the address. */
export function useNamedPart(): void {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (id === '') return;
    // After the page's heading was focused.
    const soon = setTimeout(() => showPart(id));
    return () => clearTimeout(soon);
  }, []);
}
