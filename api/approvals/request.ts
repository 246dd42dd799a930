import { addDays, digest, localDate, stableKey, type Instant, type PersonId } from '../kernel/index.ts';
import type { ApprovalContent, StagePlan } from './approval-subject.ts';
import type { ApprovalRequest, Stage, Vote } from './request-list.ts';

/** One request for each round of a thing: two who submit at once give one. */
export const requestKey = (subjectKind: string, subjectKey: string, round: number): string =>
  stableKey(subjectKind, subjectKey, String(round));

/** What cards and obligations about one stage are named by; stages count from 1. */
export const stageKey = (request: Pick<ApprovalRequest, 'key'>, number: number): string =>
  stableKey(...request.key.split('_'), `s${number}`);

/** SHA-256 of what is decided: title, text and the file's own hash. */
export const contentHashOf = ({ title, text, file }: ApprovalContent): string =>
  digest(JSON.stringify([title, text.replaceAll('\r\n', '\n'), file?.hash ?? null]));

/** The stage that is decided now, with its number from 1; undefined when the request has ended. */
export function openStage(request: Pick<ApprovalRequest, 'stages'>): { stage: Stage; number: number } | undefined {
  const index = request.stages.findIndex(({ state }) => state === 'open');
  const stage = request.stages[index];
  return stage && { stage, number: index + 1 };
}

export const planned = (plan: StagePlan): Stage => ({ ...plan, state: 'waiting', votes: [] });

export const opened = (stage: Stage, now: Instant): Stage => ({
  ...stage,
  state: 'open',
  openedAt: now,
  dueOn: addDays(localDate(now), stage.days),
});

/** The latest vote of each seat. */
export function votesThatCount({ votes }: Pick<Stage, 'votes'>): ReadonlyMap<PersonId, Vote> {
  return new Map(votes.map((vote) => [vote.seat, vote]));
}
