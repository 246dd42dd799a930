export type MessageTone = 'success' | 'error';

/** The latest result in words, for the live region: announced and shown for a while. */
let message: { text: string; tone: MessageTone; number: number } | undefined;
let number = 0;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Announces a result, whatever page follows. */
export function notify(text: string, tone: MessageTone = 'success'): void {
  number += 1;
  message = { text, tone, number };
  tell();
}
/**
 * Announces that an act is done, also when what was pressed is gone by then: a poll may show the result before the
 * answer comes. A failure is shown by the part that was pressed, or told by `createQueries`.
 */
export function notifyAfter<Answer>(act: Promise<Answer>, text: string | ((answer: Answer) => string)): void {
  act.then(
    (answer) => notify(typeof text === 'string' ? text : text(answer)),
    () => undefined,
  );
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
