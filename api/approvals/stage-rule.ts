import type { LocalDate, PersonId } from '../kernel/index.ts';
import type { ExternalDecision, Stage, Vote } from './request-list.ts';
import { votesThatCount } from './request.ts';
import type { StageSeat } from './stage-seats.ts';

/** How a stage ended, and by what. */
export interface StageEnd {
  outcome: ExternalDecision['outcome'];
  closedBy: NonNullable<Stage['closedBy']>;
}
type Ruled = Pick<Stage, 'rule' | 'quorum' | 'votes' | 'dueOn'>;

/** Count of a stage at one moment. */
export interface Tally {
  approve: number;
  reject: number;
  askChanges: number;
  abstain: number;
  /** Seats able to act that have not voted. */
  missing: number;
  /** Fewest that must take part; abstentions do not count. */
  quorum: number;
  /** Seats able to take part, now or after leave. */
  possible: number;
  /** The body has no members. */
  vacant: boolean;
  /** The chair's vote, if given. */
  chairs?: Vote['choice'];
  chairMissing: boolean;
}

/** Counts each seat's latest vote. Votes of former members stay; the submitter's seat never counts. */
export function tallyOf(stage: Ruled, seats: readonly StageSeat[]): Tally {
  const votes = votesThatCount(stage);
  const own = new Set(seats.filter(({ barred }) => barred === 'submitter').map(({ holder }) => holder));
  const counted = [...votes.values()].filter(({ seat }) => !own.has(seat));
  const open = seats.filter(({ holder }) => !own.has(holder) && !votes.has(holder));
  const ready = open.filter(({ barred }) => barred === undefined);
  const count = (choice: Vote['choice']) => counted.filter((vote) => vote.choice === choice).length;
  const away = open.filter(({ barred }) => barred === 'onLeave').length;
  const abstain = count('abstain');
  const chairs = chairsVote(counted, seats)?.choice;
  const members = new Set([...seats.map(({ holder }) => holder), ...votes.keys()]).size;
  return {
    approve: count('approve'),
    reject: count('reject'),
    askChanges: count('askChanges'),
    abstain,
    missing: ready.length,
    quorum: stage.quorum ?? Math.max(1, Math.min(Math.floor(members / 2) + 1, counted.length + ready.length + away)),
    possible: counted.length - abstain + ready.length + away,
    vacant: members === 0,
    ...(chairs === undefined ? {} : { chairs }),
    chairMissing: ready.some(({ chair }) => chair),
  };
}

/** Of today's chair; else of the chair at the time of the vote. */
function chairsVote(counted: readonly Vote[], seats: readonly StageSeat[]): Vote | undefined {
  const chairs = new Set(seats.filter(({ chair }) => chair).map(({ holder }) => holder));
  const today = new Set<PersonId>(seats.map(({ holder }) => holder));
  const bySeat = [...counted].sort((one, other) => one.seat.localeCompare(other.seat));
  const isNow = bySeat.find((vote) => chairs.has(vote.seat) && vote.choice !== 'abstain');
  return isNow ?? bySeat.find((vote) => vote.chair && !today.has(vote.seat) && vote.choice !== 'abstain');
}

/**
 * How the stage ends by the votes so far, or undefined while open (R10, R12). Stages decided outside are only recorded.
 */
export function stageEnd(stage: Ruled, seats: readonly StageSeat[], today: LocalDate): StageEnd | undefined {
  if (stage.rule === 'external') return undefined;
  const isOver = stage.dueOn !== undefined && stage.dueOn < today;
  const tally = tallyOf(stage, seats);
  if (isInquorate(stage, tally, isOver)) return { outcome: 'returned', closedBy: 'inquorate' };
  switch (stage.rule) {
    case 'one':
      return byFirst(tally);
    case 'all':
      return byAll(tally);
    case 'quorum':
      return byMajority(tally, isOver);
  }
}

/** The outcome when the chair closes the vote; undefined below the quorum. */
export function endedByChair(stage: Ruled, seats: readonly StageSeat[]): StageEnd | undefined {
  const tally = tallyOf(stage, seats);
  if (stage.rule !== 'quorum' || tookPart(tally) < tally.quorum) return undefined;
  return { outcome: outcomeOf(tally), closedBy: 'chair' };
}

export const tookPart = ({ approve, reject, askChanges }: Tally): number => approve + reject + askChanges;

/** Too few are left to decide. A body without members, and members on leave, are waited for until the due date. */
function isInquorate({ rule, quorum }: Ruled, tally: Tally, isOver: boolean): boolean {
  const needed = rule === 'quorum' ? tally.quorum : (quorum ?? 1);
  const now = tookPart(tally) + tally.missing;
  if (isOver) return now < needed;
  return !tally.vacant && tally.possible < needed;
}

function byFirst({ approve, reject, askChanges }: Tally): StageEnd | undefined {
  if (approve > 0) return { outcome: 'approved', closedBy: 'votes' };
  if (reject > 0) return { outcome: 'rejected', closedBy: 'votes' };
  return askChanges > 0 ? { outcome: 'returned', closedBy: 'votes' } : undefined;
}

function byAll({ approve, reject, askChanges, missing }: Tally): StageEnd | undefined {
  if (reject > 0) return { outcome: 'rejected', closedBy: 'votes' };
  if (askChanges > 0) return { outcome: 'returned', closedBy: 'votes' };
  return approve > 0 && missing === 0 ? { outcome: 'approved', closedBy: 'votes' } : undefined;
}

function byMajority(tally: Tally, isOver: boolean): StageEnd | undefined {
  if (tookPart(tally) < tally.quorum) return undefined;
  const outcome = outcomeOf(tally);
  if (isCertain(tally, outcome)) return { outcome, closedBy: isTie(tally) ? 'chairsVote' : 'votes' };
  return isOver ? { outcome, closedBy: 'deadline' } : undefined;
}

const against = ({ reject, askChanges }: Tally): number => reject + askChanges;
/** The chair's vote decides. */
const isTie = (tally: Tally): boolean => tally.approve === against(tally) && tally.chairs !== undefined;

/** More for than against approves; the chair breaks a tie; rejected when more reject than return. */
function outcomeOf(tally: Tally): StageEnd['outcome'] {
  const lead = tally.approve - against(tally);
  if (lead > 0) return 'approved';
  if (lead < 0) return tally.reject > tally.askChanges ? 'rejected' : 'returned';
  if (tally.chairs === 'approve') return 'approved';
  return tally.chairs === 'reject' ? 'rejected' : 'returned';
}

/** No missing vote could change the outcome: each is assumed to be against it. */
function isCertain(tally: Tally, outcome: StageEnd['outcome']): boolean {
  const { missing, approve, reject, askChanges, chairs } = tally;
  if (missing === 0) return true;
  const lead = approve - against(tally);
  if (outcome === 'approved') return lead > missing || (lead === missing && chairs === 'approve');
  const holds = -lead > missing || (-lead === missing && wouldHold(tally, outcome));
  return holds && (outcome === 'rejected' ? reject > askChanges + missing : askChanges >= reject + missing);
}

/** All missing votes approve and tie. */
const wouldHold = ({ chairs, chairMissing }: Tally, outcome: StageEnd['outcome']): boolean =>
  outcome === 'rejected' ? chairs === 'reject' : chairs === 'askChanges' || (chairs === undefined && !chairMissing);
