import { addMonths, localDate, type Instant, type LocalDate } from '../kernel/index.ts';
import type { versionStates } from './vocabulary.ts';

export type VersionState = (typeof versionStates)[number];

/** One round of approval, as needed for a version's state. */
export interface Round {
  round: number;
  state: 'open' | 'approved' | 'rejected' | 'returned' | 'withdrawn';
  /** `renewal`: asks whether the version is still valid. */
  purpose?: string | undefined;
  endedAt?: Instant | undefined;
}

/** Data that decides a version's status. */
export interface Paper {
  key: string;
  number: number;
  reviewMonths: number;
  rounds: readonly Round[];
}

/** A version's status on a day. */
export interface Status {
  state: VersionState;
  /** In force since: the day its first approval ended. */
  validFrom?: LocalDate;
  /** Review date, counted from the latest approval. */
  reviewOn?: LocalDate;
  /** Its renewal is being decided. */
  renewing: boolean;
}

export const renewal = 'renewal';
const isRenewal = ({ purpose }: Round): boolean => purpose === renewal;

/** In force: applies to its audience, also when its review is overdue. */
export const isInForce = (state: VersionState): boolean => state === 'valid' || state === 'expired';
/** Not under decision: may be edited. */
export const isOpenToChange = (state: VersionState): boolean => state === 'draft' || state === 'returned';

/**
 * Status of each version of one paper (a procedure, a contingency plan) on a day, by key. At most one is in force: the
 * highest approved number, until the paper is retired (R5, R12, R16).
 */
export function statusesOf(papers: readonly Paper[], retired: boolean, today: LocalDate): Map<string, Status> {
  const approved = papers.filter((paper) => firstApproval(paper) !== undefined);
  const newest = approved.reduce<Paper | undefined>(
    (found, paper) => (found && found.number >= paper.number ? found : paper),
    undefined,
  );
  return new Map(papers.map((paper) => [paper.key, statusOf(paper, newest, retired, today)]));
}

function statusOf(paper: Paper, newest: Paper | undefined, retired: boolean, today: LocalDate): Status {
  const validFrom = firstApproval(paper);
  const renewing = paper.rounds.some((round) => isRenewal(round) && round.state === 'open');
  if (validFrom === undefined) return { state: retired ? 'retired' : wayState(paper), renewing };
  const reviewOn = addMonths(latestApproval(paper) ?? validFrom, paper.reviewMonths);
  const dates = { validFrom, reviewOn, renewing };
  if (newest && newest.key !== paper.key) return { state: 'superseded', ...dates };
  if (retired) return { state: 'retired', ...dates };
  return { state: reviewOn < today ? 'expired' : 'valid', ...dates };
}

/** Of a never approved version: by its latest round. */
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
