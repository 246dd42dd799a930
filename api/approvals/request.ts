import {
  addDays,
  addMonths,
  digest,
  localDate,
  stableKey,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import type { ApprovalContent, StagePlan } from './approval-subject.ts';
import type { ApprovalRequest, ExternalDecision, Stage, Vote } from './request-list.ts';

/** One request per round of a thing: concurrent submissions give one. */
export const requestKey = (subjectKind: string, subjectKey: string, round: number): string =>
  stableKey(subjectKind, subjectKey, String(round));

/** Key of a stage for cards and obligations; stages count from 1. */
export const stageKey = (request: Pick<ApprovalRequest, 'key'>, number: number): string =>
  stableKey(...request.key.split('_'), `s${number}`);

/** SHA-256 of the decided content: title, text and the file's hash. */
export const contentHashOf = ({ title, text, file }: ApprovalContent): string =>
  digest(JSON.stringify([title, text.replaceAll('\r\n', '\n'), file?.hash ?? null]));

/**
 * Whether a submitted text ends with this checksum of its subject. People's text above the last paragraph may look like
 * one.
 */
export function isClosedBy(text: string, sum: string): boolean {
  const paragraphs = text.replaceAll('\r\n', '\n').trimEnd().split('\n\n');
  return paragraphs.at(-1)?.includes(sum) === true;
}

/**
 * Whether a stage is open. An ended request has none, whatever its stages say: a hand edit may end it, as state and
 * stages are two columns.
 */
export const isStageOpen = (request: Pick<ApprovalRequest, 'state'>, stage: Pick<Stage, 'state'>): boolean =>
  request.state === 'open' && stage.state === 'open';

/** The open stage, with its number from 1; undefined when the request has ended. */
export function openStage(
  request: Pick<ApprovalRequest, 'state' | 'stages'>,
): { stage: Stage; number: number } | undefined {
  const index = request.stages.findIndex((stage) => isStageOpen(request, stage));
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

/** The latest vote of each seat. One vote per person: a later vote in another seat removes the first. */
export function votesThatCount({ votes }: Pick<Stage, 'votes'>): ReadonlyMap<PersonId, Vote> {
  const counting = new Map<PersonId, Vote>();
  for (const vote of votes) {
    for (const [seat, { by }] of counting) if (by === vote.by && seat !== vote.seat) counting.delete(seat);
    counting.set(vote.seat, vote);
  }
  return counting;
}

/** The write when a stage ends: the next one opens, or the request ends with it. One write (R10). */
export function stageClosed(
  { stages }: Pick<ApprovalRequest, 'stages'>,
  number: number,
  closing: Partial<Stage> & { state: ExternalDecision['outcome'] },
  now: Instant,
): Pick<ApprovalRequest, 'stages'> & Partial<Pick<ApprovalRequest, 'state' | 'endedAt'>> {
  const closed = stages.map((stage, index) => (index === number - 1 ? { ...stage, ...closing, closedAt: now } : stage));
  const next = closing.state === 'approved' ? closed[number] : undefined;
  if (next) return { stages: closed.map((stage) => (stage === next ? opened(stage, now) : stage)) };
  return { stages: skipped(closed), state: closing.state, endedAt: now };
}

/** Whether it was returned because too few were left to vote: nobody decided it. */
export const endedInquorate = ({ stages }: Pick<ApprovalRequest, 'stages'>): boolean =>
  stages.some(({ closedBy }) => closedBy === 'inquorate');

/** Whether it was decided in the past twelve months. */
export function isDecidedLately(
  request: Pick<ApprovalRequest, 'stages' | 'state' | 'endedAt'>,
  today: LocalDate,
): boolean {
  const { state, endedAt } = request;
  const isDecided = (state === 'approved' || state === 'rejected' || state === 'returned') && !endedInquorate(request);
  return isDecided && endedAt !== undefined && localDate(endedAt) > addMonths(today, -12);
}

/** Stages that will not be reached. */
export const skipped = (stages: readonly Stage[]): Stage[] =>
  stages.map((stage) => (stage.state === 'waiting' || stage.state === 'open' ? { ...stage, state: 'skipped' } : stage));

/** The request and stage number of a stage key; see `stageKey`. */
export function stageKeyParts(key: string): { requestKey: string; number: number } | undefined {
  const [, requestKey, number] = /^(.+)_s(\d+)$/.exec(key) ?? [];
  return requestKey === undefined ? undefined : { requestKey, number: Number(number) };
}
