import type { Outcome } from '../../api/deliveries/index.ts';

/** A campaign's answers so far, in this run of the program. */
export interface Tally {
  ended: number;
  failed: number;
  adminBlocked: number;
  /** Rejections of our message as malformed, by code. */
  wrongPayload: Readonly<Record<string, number>>;
  /** The latest answers, oldest first: whether each was lost. */
  latest: readonly boolean[];
}
export const emptyTally: Tally = { ended: 0, failed: 0, adminBlocked: 0, wrongPayload: {}, latest: [] };

const identicalRefusals = 3;
const firstBlocked = 20;
const firstAnswers = 50;
const failedShare = 0.2;
const latestAnswers = 20;
const latestLost = 15;

/** Counts a recipient's outcome; requeued recipients and those without a message are not counted. */
export function tallied(tally: Tally, { state, code }: Outcome): Tally {
  if (state === 'waiting' || state === 'notNeeded' || state === 'left' || state === 'notApplicable') return tally;
  const failed = state === 'failed' || state === 'unreachable';
  return {
    ended: tally.ended + 1,
    failed: tally.failed + Number(failed),
    adminBlocked: tally.adminBlocked + Number(code === 'BotDisabledByAdmin'),
    wrongPayload: tally.wrongPayload,
    latest: [...tally.latest, failed || state === 'uncertain'].slice(-latestAnswers),
  };
}

/**
 * Why a campaign must stop, as a displayed code; undefined for individual failures. Recipients with such an answer were
 * certainly not written to, or are `uncertain`.
 */
export function systemicStop(tally: Tally): string | undefined {
  const refusal = Object.entries(tally.wrongPayload).find(([, count]) => count >= identicalRefusals);
  if (refusal) return refusal[0];
  if (tally.ended === firstBlocked && tally.adminBlocked === firstBlocked) return 'BotDisabledByAdmin';
  if (tally.ended <= firstAnswers && tally.failed > firstAnswers * failedShare) return 'tooManyFailures';
  if (tally.latest.filter(Boolean).length >= latestLost) return 'teamsAway';
  return undefined;
}
