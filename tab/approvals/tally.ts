import type { StageView } from '../../api/approvals/contract.ts';

export type Choice = 'approve' | 'reject' | 'askChanges' | 'abstain';
export type Outcome = 'approved' | 'rejected' | 'returned';

/**
 * What a stage's votes come to, by the rules of approvals (R10, R12). The API decides; this only tells the reader
 * beforehand what a vote would do.
 */
export interface Status {
  approve: number;
  reject: number;
  askChanges: number;
  /** Can vote now and have not. */
  missing: number;
  /** Fewest who must take part; abstaining is not taking part. */
  quorum: number;
  /** May take part, now or when they are back from leave. */
  possible: number;
  /** Of the chair, when the chair has taken part. */
  chair: Choice | undefined;
  chairMissing: boolean;
}

/** The votes as they stand, with one seat's put in, changed or as it is. Who sent it has no say. */
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

/** What the votes given so far come to: a tie is the chair's, and goes back when the chair has said nothing. */
export function outcomeNow(status: Status): Outcome {
  const lead = status.approve - against(status);
  if (lead > 0) return 'approved';
  if (lead < 0) return status.reject > status.askChanges ? 'rejected' : 'returned';
  if (status.chair === 'approve') return 'approved';
  return status.chair === 'reject' ? 'rejected' : 'returned';
}

/** Whether no vote that is missing can change what the others come to. */
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

/** Everybody missing approves and makes a tie. */
const holdsTie = ({ chair, chairMissing }: Status, outcome: Outcome): boolean =>
  outcome === 'rejected' ? chair === 'reject' : chair === 'askChanges' || (chair === undefined && !chairMissing);

/** What a vote would end the stage with; undefined when the stage would stay open. */
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

/** The fewest votes that are still needed before the stage can be decided. */
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

/** So many more votes for one side, the chair's among the first. */
const withMore = (status: Status, side: 'approve' | 'reject' | 'askChanges', more: number): Status => ({
  ...status,
  [side]: status[side] + more,
  missing: status.missing - more,
  ...(status.chairMissing && more > 0 ? { chair: side, chairMissing: false } : {}),
});
