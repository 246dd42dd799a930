import { addMonths, localDate, type Instant, type LocalDate } from '../kernel/index.ts';
import type { versionStates } from './vocabulary.ts';

export type VersionState = (typeof versionStates)[number];

/** One round of approval, as far as a version's state follows from it. */
export interface Round {
  round: number;
  state: 'open' | 'approved' | 'rejected' | 'returned' | 'withdrawn';
  /** `renewal`: it is asked whether the version still holds. */
  purpose?: string | undefined;
  endedAt?: Instant | undefined;
}

/** What of a version decides where it stands. */
export interface Paper {
  key: string;
  number: number;
  reviewMonths: number;
  rounds: readonly Round[];
}

/** Where a version stands on a day. */
export interface Standing {
  state: VersionState;
  /** Since when it has been in force: the day its first approval ended. */
  validFrom?: LocalDate;
  /** When it is to be looked at again, counted from the latest approval. */
  reviewOn?: LocalDate;
  /** A renewal of it is being decided. */
  renewing: boolean;
}

export const renewal = 'renewal';
const isRenewal = ({ purpose }: Round): boolean => purpose === renewal;

/** In force: it applies to those whom it is for, also when it should have been looked at again by now. */
export const isInForce = (state: VersionState): boolean => state === 'valid' || state === 'expired';
/** Nobody decides about it now, and it may be written in. */
export const isOpenToChange = (state: VersionState): boolean => state === 'draft' || state === 'returned';

/**
 * Where each version of one paper (a procedure, a contingency plan) stands on a day, by its key. At most one is in force:
 * the one with the highest number that has been approved, until the paper is retired (R5, R12, R16).
 */
export function standingsOf(papers: readonly Paper[], retired: boolean, today: LocalDate): Map<string, Standing> {
  const approved = papers.filter((paper) => firstApproval(paper) !== undefined);
  const newest = approved.reduce<Paper | undefined>(
    (found, paper) => (found && found.number >= paper.number ? found : paper),
    undefined,
  );
  return new Map(papers.map((paper) => [paper.key, standingOf(paper, newest, retired, today)]));
}

function standingOf(paper: Paper, newest: Paper | undefined, retired: boolean, today: LocalDate): Standing {
  const validFrom = firstApproval(paper);
  const renewing = paper.rounds.some((round) => isRenewal(round) && round.state === 'open');
  if (validFrom === undefined) return { state: retired ? 'retired' : wayState(paper), renewing };
  const reviewOn = addMonths(latestApproval(paper) ?? validFrom, paper.reviewMonths);
  const dates = { validFrom, reviewOn, renewing };
  if (newest && newest.key !== paper.key) return { state: 'superseded', ...dates };
  if (retired) return { state: 'retired', ...dates };
  return { state: reviewOn < today ? 'expired' : 'valid', ...dates };
}

/** Of a version that has never been approved: what its latest round says. */
function wayState({ rounds }: Paper): VersionState {
  const latest = rounds
    .filter((round) => !isRenewal(round))
    .reduce<Round | undefined>((found, round) => (found && found.round > round.round ? found : round), undefined);
  switch (latest?.state) {
    case 'open':
      return 'waiting';
    case 'returned':
      return 'returned';
    case 'rejected':
      return 'rejected';
    case 'approved':
    case 'withdrawn':
    case undefined:
      return 'draft';
  }
}

const approvals = (rounds: readonly Round[]): LocalDate[] =>
  rounds
    .flatMap(({ state, endedAt }) => (state === 'approved' && endedAt !== undefined ? [localDate(endedAt)] : []))
    .sort();
const firstApproval = ({ rounds }: Paper): LocalDate | undefined =>
  approvals(rounds.filter((round) => !isRenewal(round)))[0];
const latestApproval = ({ rounds }: Paper): LocalDate | undefined => approvals(rounds).at(-1);
