import type { KeyboardEvent } from 'react';

/** Marks targets of the arrow keys. */
export const stopMark = { 'data-find-stop': '' } as const;

/**
 * The arrow keys move from the field through the results and back; Esc returns to the field, and in it clears it. Enter
 * in the field opens the best result.
 */
export function moveAmong(event: KeyboardEvent<HTMLElement>, clear: () => void): void {
  if (event.nativeEvent.isComposing) return;
  const field = event.currentTarget.querySelector('input');
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-find-stop]')];
  const stops = field ? [field, ...links] : links;
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const step = Number(event.key === 'ArrowDown') - Number(event.key === 'ArrowUp');
  if (step !== 0 && here >= 0) {
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, here + step))]?.focus();
    return;
  }
  if (event.key === 'Enter' && document.activeElement === field) {
    event.preventDefault();
    links[0]?.click();
    return;
  }
  if (event.key !== 'Escape') return;
  event.preventDefault();
  if (document.activeElement === field) clear();
  else field?.focus();
}
