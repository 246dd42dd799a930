import { useEffect } from 'react';

/** A step that replaced another under the same address: its heading takes over the button's focus. */
export function useStepFocus(): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('h1')?.focus();
    scrollTo(0, 0);
  }, []);
}
