import { flushSync } from 'react-dom';

const first = '[data-picker] :is(input, button)';
const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * Does what a press in a picker does. The pressed button is gone afterwards: the focus goes to what the picker begins
 * with now, the button that changes the choice or the search field, also in a dialog.
 */
export function keepingFocus(pressed: HTMLElement, act: () => void): void {
  const around = pressed.closest('[data-picker]')?.parentElement;
  flushSync(act);
  if (isLost()) around?.querySelector<HTMLElement>(first)?.focus();
}
