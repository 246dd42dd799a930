import { useEffect, useLayoutEffect, useRef } from 'react';

/** Marks a table whose rows are wider than their frame, whatever their words: its rows are shown as cards. */
function mark(frame: HTMLElement): void {
  delete frame.dataset['cards'];
  if (frame.scrollWidth > frame.clientWidth + 1) frame.dataset['cards'] = '';
}

/** The frame of a table, measured after each render and at each change of its width. */
export function useFittingTable() {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (frame.current) mark(frame.current);
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let soon = 0;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      cancelAnimationFrame(soon);
      // In the callback itself the change would be reported as a loop.
      soon = requestAnimationFrame(() => mark(element));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(soon);
    };
  }, []);
  return frame;
}
