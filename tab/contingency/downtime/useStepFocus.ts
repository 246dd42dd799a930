import { useEffect } from 'react';

/** A step that came in place of another under the same address: the heading takes the focus that the pressed button had. */
export function useStepFocus(): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('h1')?.focus();
    scrollTo(0, 0);
  }, []);
}
