import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import type { Slot } from './slots.ts';
import { angleAt, dateAt, monthOf } from './wheel-geometry.ts';

/** Pixels before a press becomes a move. */
const slack = 6;

interface Drag {
  slot: Slot;
  date: string;
}

/** Only one open task can be dragged; others are moved on their own page. */
const canMove = ({ slot }: Slot) => slot.taskKey !== undefined && slot.look !== 'done' && slot.look !== 'cancelled';

/** Moves an arc to another month by mouse or pen. Touch scrolls; everybody has the form, which a drop opens. */
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
