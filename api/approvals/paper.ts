import type { Context } from '../context.ts';
import { localDate, type Instant, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { ApprovalRequest } from './request-list.ts';
import { requestsAbout } from './requests.ts';
import { isInForce, standingsOf, type Standing } from './version-standing.ts';

/** A version as a feature stores it, as far as approvals must know: of a procedure, of a contingency plan. */
interface Written {
  key: string;
  number: number;
  reviewMonths: number;
  discardedAt?: string | undefined;
}

/** A version with where it stands today. */
export interface VersionNow<Version> extends Standing {
  version: Version;
  /** Rounds about it, newest first. */
  requests: readonly Stored<ApprovalRequest>[];
}

/** Something that is written in versions, which bodies decide about, as it is today. */
export interface PaperNow<Version> {
  /** Newest first; discarded drafts are not there. */
  versions: readonly VersionNow<Version>[];
  /** The one in force. */
  current?: VersionNow<Version>;
  /** A newer one, which has not been approved. */
  coming?: VersionNow<Version>;
}

/**
 * Versions that were in force and are no more, with the day on which that ended: when the next one was approved, or the
 * paper was retired.
 */
export function endsOf<Version extends Written>(
  { versions }: PaperNow<Version>,
  retiredAt: Instant | undefined,
): (readonly [versionKey: string, day: LocalDate])[] {
  let next = retiredAt === undefined ? undefined : localDate(retiredAt);
  return versions.flatMap(({ version, state, validFrom }) => {
    if (validFrom === undefined) return [];
    const end = next;
    next = validFrom;
    return end === undefined || isInForce(state) ? [] : [[version.key, end] as const];
  });
}

/** Where the versions of one paper stand on a day, given newest first (R5, R12, R16). From memory. */
export function paperNow<Version extends Written>(
  context: Context,
  subjectKind: string,
  { written, retired, today }: { written: readonly Version[]; retired: boolean; today: LocalDate },
): PaperNow<Version> {
  const papers = written
    .filter(({ discardedAt }) => discardedAt === undefined)
    .map((version) => ({ version, requests: requestsAbout(context, subjectKind, version.key) }));
  const standings = standingsOf(
    papers.map(({ version: { key, number, reviewMonths }, requests }) => ({
      key,
      number,
      reviewMonths,
      rounds: requests,
    })),
    retired,
    today,
  );
  const versions = papers.map(({ version, requests }): VersionNow<Version> => ({
    version,
    requests,
    ...(standings.get(version.key) ?? { state: 'draft', renewing: false }),
  }));
  const current = versions.find(({ state }) => isInForce(state));
  const [newest] = versions;
  const coming = newest && newest.validFrom === undefined && !retired ? newest : undefined;
  return { versions, ...(current ? { current } : {}), ...(coming ? { coming } : {}) };
}
