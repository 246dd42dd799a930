import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import type { Slot } from './slots.ts';
import { angleAt, dateAt, monthOf } from './wheel-geometry.ts';

/** Pixels before a press becomes a move. */
const slack = 6;

interface Drag {
  slot: Slot;
  date: string;
}

/** Only one task that is not over yet can be taken hold of; the rest is moved on its own page. */
const canMove = ({ slot }: Slot) => slot.taskKey !== undefined && slot.look !== 'done' && slot.look !== 'cancelled';

/**
 * Moving an arc to another month with a mouse or a pen. A finger scrolls, and everybody has the form, which is where the
 * drop leads.
 */
export function useMoveByDrag(
  picture: RefObject<SVGSVGElement | null>,
  year: number,
  enabled: boolean,
  onDrop: (slot: Slot, to: string) => void,
) {
  const [drag, setDrag] = useState<Drag>();
  const moved = useRef(false);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const start = (slot: Slot) => (pressed: ReactPointerEvent) => {
    moved.current = false;
    if (!enabled || !canMove(slot) || pressed.button !== 0 || pressed.pointerType === 'touch') return;
    const begin = { x: pressed.clientX, y: pressed.clientY };
    let date: string | undefined;
    const move = (event: PointerEvent) => {
      const box = picture.current?.getBoundingClientRect();
      if (!box) return;
      if (!moved.current && Math.hypot(event.clientX - begin.x, event.clientY - begin.y) < slack) return;
      moved.current = true;
      const x = event.clientX - (box.left + box.width / 2);
      const y = event.clientY - (box.top + box.height / 2);
      date = dateAt(angleAt(x, y), year);
      setDrag({ slot, date });
    };
    const end = () => {
      stop.current?.();
      if (date !== undefined && monthOf(date) !== monthOf(slot.slot.due)) onDrop(slot, date);
    };
    const giveUp = (event: KeyboardEvent) => event.key === 'Escape' && stop.current?.();
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    addEventListener('keydown', giveUp);
    stop.current = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', giveUp);
      setDrag(undefined);
    };
  };
  return { drag, start, moved: () => moved.current };
}
