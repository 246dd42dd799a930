import { addDays, digest, localDate, stableKey, type Instant, type PersonId } from '../kernel/index.ts';
import type { ApprovalContent, StagePlan } from './approval-subject.ts';
import type { ApprovalRequest, ExternalDecision, Stage, Vote } from './request-list.ts';

/** One request for each round of a thing: two who submit at once give one. */
export const requestKey = (subjectKind: string, subjectKey: string, round: number): string =>
  stableKey(subjectKind, subjectKey, String(round));

/** What cards and obligations about one stage are named by; stages count from 1. */
export const stageKey = (request: Pick<ApprovalRequest, 'key'>, number: number): string =>
  stableKey(...request.key.split('_'), `s${number}`);

/** SHA-256 of what is decided: title, text and the file's own hash. */
export const contentHashOf = ({ title, text, file }: ApprovalContent): string =>
  digest(JSON.stringify([title, text.replaceAll('\r\n', '\n'), file?.hash ?? null]));

/**
 * Whether what was sent is closed by this checksum of what it is about. Above its last paragraph stands what people have
 * written, and that may look like one.
 */
export function isClosedBy(text: string, sum: string): boolean {
  const paragraphs = text.replaceAll('\r\n', '\n').trimEnd().split('\n\n');
  return paragraphs.at(-1)?.includes(sum) === true;
}

/**
 * Whether a stage is decided now. What has ended is over, whatever its stages say: somebody may have ended it in the list
 * by hand, where state and stages are two columns.
 */
export const isStageOpen = (request: Pick<ApprovalRequest, 'state'>, stage: Pick<Stage, 'state'>): boolean =>
  request.state === 'open' && stage.state === 'open';

/** The stage that is decided now, with its number from 1; undefined when the request has ended. */
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

/** The latest vote of each seat. One person has one vote: whoever votes in another seat later leaves the first one empty. */
export function votesThatCount({ votes }: Pick<Stage, 'votes'>): ReadonlyMap<PersonId, Vote> {
  const counting = new Map<PersonId, Vote>();
  for (const vote of votes) {
    for (const [seat, { by }] of counting) if (by === vote.by && seat !== vote.seat) counting.delete(seat);
    counting.set(vote.seat, vote);
  }
  return counting;
}

/** What is written when a stage ends: the next one opens, or the request ends with it. One write (R10). */
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

/** Stages whose turn does not come any more. */
export const skipped = (stages: readonly Stage[]): Stage[] =>
  stages.map((stage) => (stage.state === 'waiting' || stage.state === 'open' ? { ...stage, state: 'skipped' } : stage));

/** The request and the number of the stage that a stage's key names; see `stageKey`. */
export function stageKeyParts(key: string): { requestKey: string; number: number } | undefined {
  const [, requestKey, number] = /^(.+)_s(\d+)$/.exec(key) ?? [];
  return requestKey === undefined ? undefined : { requestKey, number: Number(number) };
}
