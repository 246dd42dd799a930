import { useEffect, useLayoutEffect, useRef } from 'react';

/** Marks a table whose rows are wider than their frame, whatever their words: its rows are shown as cards. */
function mark(frame: HTMLElement): void {
  delete frame.dataset['cards'];
  if (frame.scrollWidth > frame.clientWidth + 1) frame.dataset['cards'] = '';
}

/** Width of the frame, and of its table: a theme or a font that arrives late makes rows wider in the same frame. */
const widthsOf = (frame: HTMLElement): string =>
  [frame, ...frame.children].map(({ clientWidth }) => clientWidth).join(' ');

/** The frame of a table, measured after each render and at each change of its own width or the table's. */
export function useFittingTable() {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (frame.current) mark(frame.current);
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let soon = 0;
    let widths = widthsOf(element);
    const observer = new ResizeObserver(() => {
      if (widthsOf(element) === widths) return;
      cancelAnimationFrame(soon);
      // In the callback itself the change would be reported as a loop.
      soon = requestAnimationFrame(() => {
        mark(element);
        widths = widthsOf(element);
      });
    });
    for (const part of [element, ...element.children]) observer.observe(part);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(soon);
    };
  }, []);
  return frame;
}
