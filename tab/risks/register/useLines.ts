import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualLines } from './useVirtualLines.ts';

/**
 * Virtualised lines. The focused line stays rendered while scrolled out of view, and the arrow keys, Page Up and Down,
 * Home and End move between lines.
 */
export function useLines(settings: {
  count: number;
  /** Height of a line in CSS pixels; estimated if measured. */
  height: number;
  /** Reserved for the sticky header, in CSS pixels. */
  top: number;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number>();
  const wanted = useRef<number>(undefined);
  const lines = useVirtualLines({ scroller, ...settings, keep: active });
  useEffect(() => {
    if (wanted.current === undefined) return;
    // A key may arrive before the effect: the requested line is in a later render.
    const line = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!line) return;
    wanted.current = undefined;
    (line.querySelector<HTMLElement>('a') ?? line).focus({ preventScroll: true });
  });
  const walk = (event: KeyboardEvent) => {
    const line = lineOf(event.target);
    if (line === undefined) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / settings.height) - 1);
    const next = lineAfter(event.key, line, settings.count, page);
    if (next === undefined) return;
    event.preventDefault();
    wanted.current = next;
    lines.scrollTo(next);
    setActive(next);
  };
  return { ...lines, scroller, walk, onFocus: setActive };
}

function lineOf(target: EventTarget): number | undefined {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : undefined;
  return line ? Number(line.dataset['index']) : undefined;
}

function lineAfter(key: string, line: number, count: number, page: number): number | undefined {
  const within = (wanted: number) => Math.min(count - 1, Math.max(0, wanted));
  switch (key) {
    case 'ArrowDown':
      return within(line + 1);
    case 'ArrowUp':
      return within(line - 1);
    case 'PageDown':
      return within(line + page);
    case 'PageUp':
      return within(line - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
