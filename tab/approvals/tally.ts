import type { StageView } from '../../api/approvals/contract.ts';

export type Choice = 'approve' | 'reject' | 'askChanges' | 'abstain';

/** Letters of a vote's reason. */
export const longestReason = 2_000;
export const needsReason = (choice: Choice): boolean => choice === 'reject' || choice === 'askChanges';
export type Outcome = 'approved' | 'rejected' | 'returned';

/**
 * Tally of a stage's votes, by the rules of approvals (R10, R12). The API decides; this only previews a vote's effect.
 */
export interface Status {
  approve: number;
  reject: number;
  askChanges: number;
  /** Eligible, without a vote. */
  missing: number;
  /** Minimum participation; abstaining is none. */
  quorum: number;
  /** Eligible, now or after leave. */
  possible: number;
  /** The chair's vote, if any. */
  chair: Choice | undefined;
  chairMissing: boolean;
}

/** The tally, with one seat's vote added, changed or unchanged. The submitter has no vote. */
export function statusOf(stage: StageView, seat?: string, choice?: Choice): Status {
  const seats = stage.seats
    .filter(({ barred }) => barred !== 'submitter')
    .map(({ holder, vote, ...one }) => ({ ...one, choice: choice && holder.id === seat ? choice : vote?.choice }));
  const count = (wanted: Choice) => seats.filter((one) => one.choice === wanted).length;
  const ready = seats.filter((one) => one.choice === undefined && one.barred === undefined);
  const away = seats.filter((one) => one.choice === undefined && one.barred === 'onLeave').length;
  const voted = seats.filter((one) => one.choice !== undefined).length;
  const chair = seats.find((one) => one.chair && one.choice !== undefined && one.choice !== 'abstain');
  return {
    approve: count('approve'),
    reject: count('reject'),
    askChanges: count('askChanges'),
    missing: ready.length,
    quorum: stage.quorum ?? Math.max(1, Math.min(Math.floor(stage.seats.length / 2) + 1, voted + ready.length + away)),
    possible: voted - count('abstain') + ready.length + away,
    chair: chair?.choice,
    chairMissing: ready.some((one) => one.chair),
  };
}

const against = ({ reject, askChanges }: Status): number => reject + askChanges;
const tookPart = (status: Status): number => status.approve + against(status);

/** Outcome of the votes so far: a tie is the chair's, and is returned without the chair's vote. */
export function outcomeNow(status: Status): Outcome {
  const lead = status.approve - against(status);
  if (lead > 0) return 'approved';
  if (lead < 0) return status.reject > status.askChanges ? 'rejected' : 'returned';
  if (status.chair === 'approve') return 'approved';
  return status.chair === 'reject' ? 'rejected' : 'returned';
}

/** Whether no missing vote can change the outcome. */
function isCertain(status: Status): boolean {
  const { missing, reject, askChanges, chair } = status;
  if (tookPart(status) < status.quorum) return false;
  if (missing === 0) return true;
  const lead = status.approve - against(status);
  const outcome = outcomeNow(status);
  if (outcome === 'approved') return lead > missing || (lead === missing && chair === 'approve');
  const stays = -lead > missing || (-lead === missing && holdsTie(status, outcome));
  return stays && (outcome === 'rejected' ? reject > askChanges + missing : askChanges >= reject + missing);
}

/** All missing votes approve, with a tie. */
const holdsTie = ({ chair, chairMissing }: Status, outcome: Outcome): boolean =>
  outcome === 'rejected' ? chair === 'reject' : chair === 'askChanges' || (chair === undefined && !chairMissing);

/** A vote's outcome for the stage; undefined when the stage would stay open. */
export function outcomeWith(stage: StageView, seat: string, choice: Choice): Outcome | undefined {
  const status = statusOf(stage, seat, choice);
  const needed = stage.rule === 'quorum' ? status.quorum : (stage.quorum ?? 1);
  if (stage.rule !== 'external' && status.possible < needed) return 'returned';
  switch (stage.rule) {
    case 'external':
      return undefined;
    case 'one':
      if (choice === 'abstain') return undefined;
      return choice === 'approve' ? 'approved' : turnedDown(choice);
    case 'all':
      if (choice === 'reject' || choice === 'askChanges') return turnedDown(choice);
      return status.missing === 0 && status.approve > 0 && against(status) === 0 ? 'approved' : undefined;
    case 'quorum':
      return isCertain(status) ? outcomeNow(status) : undefined;
  }
}
const turnedDown = (choice: 'reject' | 'askChanges'): Outcome => (choice === 'reject' ? 'rejected' : 'returned');

/** The fewest further votes that can decide the stage. */
export function votesNeeded(stage: StageView): number {
  const status = statusOf(stage);
  const { missing } = status;
  if (stage.rule === 'one') return Math.min(missing, 1);
  if (stage.rule === 'all') return missing;
  for (let more = 0; more < missing; more += 1)
    for (const side of ['approve', 'reject', 'askChanges'] as const)
      if (isCertain(withMore(status, side, more))) return more;
  return missing;
}

/** Further votes for one side, the chair's among the first. */
const withMore = (status: Status, side: 'approve' | 'reject' | 'askChanges', more: number): Status => ({
  ...status,
  [side]: status[side] + more,
  missing: status.missing - more,
  ...(status.chairMissing && more > 0 ? { chair: side, chairMissing: false } : {}),
});
