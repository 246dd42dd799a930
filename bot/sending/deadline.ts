import { ChatError } from './chat-port.ts';

/** Time limit of a call to Teams (ms); after it delivery is unknown. */
export const callDeadline = 15_000;

/** The call's answer, or `ChatError` with status 0 after the time limit. */
export async function withDeadline<T>(call: Promise<T>, milliseconds = callDeadline): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ChatError(0, 'deadline')), milliseconds);
  });
  try {
    return await Promise.race([call, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
