import type { StageView } from '../../api/approvals/contract.ts';

export type Choice = 'approve' | 'reject' | 'askChanges' | 'abstain';
export type Outcome = 'approved' | 'rejected' | 'returned';

/** What a stage's votes come to. The API decides; this only tells the reader beforehand what a vote would do. */
export interface Standing {
  approve: number;
  reject: number;
  askChanges: number;
  /** May vote and have not. */
  missing: number;
  /** Fewest who must take part. */
  quorum: number;
  /** Of those who may vote and have not said that they are disqualified. */
  eligible: number;
  chair: Choice | undefined;
}

/** The votes as they stand, with one seat's put in, changed or as it is. */
export function standingOf(stage: StageView, seat?: string, choice?: Choice): Standing {
  const seats = stage.seats.filter(({ barred }) => barred === undefined);
  const choices = seats.map(({ holder, vote }) => (choice && holder.id === seat ? choice : vote?.choice));
  const count = (wanted: Choice | undefined) => choices.filter((given) => given === wanted).length;
  const eligible = seats.length - count('abstain');
  const chair = seats.findIndex((one) => one.chair);
  return {
    approve: count('approve'),
    reject: count('reject'),
    askChanges: count('askChanges'),
    missing: count(undefined),
    quorum: quorumOf(stage, eligible),
    eligible,
    chair: chair < 0 ? undefined : choices[chair],
  };
}

/** More than half of the seats when nothing else is said, and never more than may vote. */
export const quorumOf = (stage: StageView, eligible: number): number =>
  Math.min(stage.quorum ?? Math.floor(stage.seats.length / 2) + 1, eligible);

/** What the votes given so far come to: a tie is the chair's, and goes back when the chair has said nothing. */
export function outcomeNow({ approve, reject, askChanges, chair }: Standing): Outcome {
  const against = reject + askChanges;
  if (approve > against) return 'approved';
  if (approve === against && chair === 'approve') return 'approved';
  const chairRejects = approve === against && chair === 'reject';
  return chairRejects || (approve < against && reject > askChanges) ? 'rejected' : 'returned';
}

/** Whether no vote that is missing can change what the others come to. */
function isSettled({ approve, reject, askChanges, missing, quorum }: Standing): boolean {
  const against = reject + askChanges;
  if (missing === 0) return true;
  if (approve + against < quorum) return false;
  if (approve > against + missing) return true;
  return against > approve + missing && (reject > askChanges + missing || askChanges >= reject + missing);
}

/** What a vote would end the stage with; undefined when the stage would stay open. */
export function outcomeWith(stage: StageView, seat: string, choice: Choice): Outcome | undefined {
  const standing = standingOf(stage, seat, choice);
  switch (stage.rule) {
    case 'external':
      return undefined;
    case 'one':
      if (choice === 'abstain') return undefined;
      return choice === 'approve' ? 'approved' : turnedDown(choice);
    case 'all':
      if (choice === 'reject' || choice === 'askChanges') return turnedDown(choice);
      return standing.missing === 0 && standing.approve === standing.eligible ? 'approved' : undefined;
    case 'quorum':
      return isSettled(standing) ? outcomeNow(standing) : undefined;
  }
}
const turnedDown = (choice: 'reject' | 'askChanges'): Outcome => (choice === 'reject' ? 'rejected' : 'returned');

/** The fewest votes that are still needed before the stage can be decided. */
export function votesNeeded(stage: StageView): number {
  const standing = standingOf(stage);
  const { missing } = standing;
  if (stage.rule === 'one') return Math.min(missing, 1);
  if (stage.rule === 'all') return missing;
  for (let more = 0; more < missing; more += 1)
    for (const side of ['approve', 'reject', 'askChanges'] as const)
      if (isSettled({ ...standing, [side]: standing[side] + more, missing: missing - more })) return more;
  return missing;
}
