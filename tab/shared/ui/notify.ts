export interface Message {
  text: string;
  tone: 'success' | 'error';
  number: number;
}
/** For the live region: the errors that are not closed, and the latest result. */
let messages: readonly Message[] = [];
let number = 0;
const listeners = new Set<() => void>();
const show = (next: readonly Message[]) => {
  messages = next;
  listeners.forEach((listener) => listener());
};

/** Announces a result, whatever page follows. */
export function notify(text: string, tone: Message['tone'] = 'success'): void {
  number += 1;
  const errors = messages.filter((one) => one.tone === 'error' && one.text !== text);
  show([...errors, { text, tone, number }]);
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
export const dismiss = (closed: number): void => show(messages.filter((one) => one.number !== closed));
export const messageStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => messages,
};
