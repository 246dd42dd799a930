import { ChatError } from './sending/chat-port.ts';

/** The gate of all calls to Teams (bot/sending); answers precede broadcasts. */
export interface AnswerGate {
  pass(lane: 'urgent'): Promise<unknown>;
  throttled(retryAfterSeconds: number | undefined): void;
  answered(): void;
}

/** Attempts of an answer: only where Teams accepted nothing. */
const tries = 3;
const tookNothing = (thrown: unknown): thrown is ChatError =>
  thrown instanceof ChatError && (thrown.status === 429 || thrown.status === 412);

/** One call through the gate, again after a 429 or 412. Throws ChatError. */
export async function throughGate<Answer>(gate: AnswerGate | undefined, call: () => Promise<Answer>): Promise<Answer> {
  for (let left = tries; ; left -= 1) {
    await gate?.pass('urgent');
    try {
      const answer = await call();
      gate?.answered();
      return answer;
    } catch (thrown) {
      if (tookNothing(thrown) && thrown.status === 429) gate?.throttled(thrown.retryAfterSeconds);
      if (!gate || left <= 1 || !tookNothing(thrown)) throw thrown;
    }
  }
}
