// @vitest-environment jsdom
import { act, createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ActButton } from '../../../tab/shared/ui/ActButton.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** A button whose act says that it is busy a moment after the press, and is done after a second. */
async function shown(presses: () => void) {
  const Page = () => {
    const [busy, setBusy] = useState(false);
    const onClick = () => {
      presses();
      setTimeout(() => setBusy(true), 40);
      setTimeout(() => setBusy(false), 1_000);
    };
    const looks = { busy, busyText: 'Gemmer', onClick, children: 'Gem' };
    return createElement(ActButton, looks);
  };
  const root = document.body.appendChild(document.createElement('div'));
  await act(async () => createRoot(root).render(createElement(Page)));
  const button = root.querySelector('button');
  if (!button) throw new Error('no button');
  return button;
}
const pass = (milliseconds: number) => act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));

it('acts once at a double click, before it shows that it is busy, and again when it is done', async () => {
  const presses = vi.fn();
  const button = await shown(presses);
  button.click();
  button.click();
  await pass(60);
  expect(button.textContent).toBe('Gemmer');
  button.click();
  expect(presses).toHaveBeenCalledTimes(1);
  await pass(1_000);
  expect(button.textContent).toBe('Gem');
  button.click();
  expect(presses).toHaveBeenCalledTimes(2);
});

it('can be pressed again where a press led to no act', async () => {
  const presses = vi.fn();
  const root = document.body.appendChild(document.createElement('div'));
  const looks = { busy: false, busyText: 'Gemmer', onClick: presses, children: 'Gem' };
  await act(async () => createRoot(root).render(createElement(ActButton, looks)));
  const button = root.querySelector('button');
  button?.click();
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  expect(presses).toHaveBeenCalledTimes(1);
  await pass(60);
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  expect(presses).toHaveBeenCalledTimes(1);
  button?.click();
  expect(presses).toHaveBeenCalledTimes(2);
});
