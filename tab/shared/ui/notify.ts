/** The latest result in words, for the live region: announced and shown for a while. */
let message: { text: string; number: number } | undefined;
let number = 0;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Announces a result, whatever page follows. */
export function notify(text: string): void {
  number += 1;
  message = { text, number };
  tell();
}
export function dismiss(): void {
  message = undefined;
  tell();
}
export const messageStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => message,
};
