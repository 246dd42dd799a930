import { useRef, useState, type KeyboardEvent } from 'react';
import type { Place } from './cell-walk.ts';

/** Props of a cell in the walk. */
export interface WalkedCell {
  tabIndex: 0 | -1;
  'data-place': string;
  onFocus: () => void;
}

/**
 * One tab stop in a grid, and keys between its cells by `after`. The result is spread on the grid's element and on each
 * of its cells.
 */
export function useCellWalk<GridElement extends HTMLElement>(
  start: Place,
  after: (key: string, place: Place) => Place | undefined,
) {
  const [at, setAt] = useState(start);
  const ref = useRef<GridElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = after(event.key, at);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    ref.current?.querySelector<HTMLElement>(`[data-place="${next.join('-')}"]`)?.focus();
  };
  return {
    grid: { ref, onKeyDown },
    cell: (place: Place): WalkedCell => ({
      tabIndex: place.join() === at.join() ? 0 : -1,
      'data-place': place.join('-'),
      onFocus: () => setAt(place),
    }),
  };
}
