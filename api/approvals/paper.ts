import type { Context } from '../context.ts';
import { localDate, type Instant, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { ApprovalRequest } from './request-list.ts';
import { requestsAbout } from './requests.ts';
import { isInForce, statusesOf, type Status } from './version-status.ts';

/** The part of a feature's version that approvals need: of a procedure, of a contingency plan. */
interface Written {
  key: string;
  number: number;
  reviewMonths: number;
  discardedAt?: string | undefined;
}

/** A version with its present status. */
export interface VersionNow<Version> extends Status {
  version: Version;
  /** Its rounds, newest first. */
  requests: readonly Stored<ApprovalRequest>[];
}

/** A paper with versions decided by bodies, as of today. */
export interface PaperNow<Version> {
  /** Newest first, without discarded drafts. */
  versions: readonly VersionNow<Version>[];
  /** The one in force. */
  current?: VersionNow<Version>;
  /** A newer version, not approved. */
  coming?: VersionNow<Version>;
}

/** Former versions with the day they ended: when the next one was approved, or the paper was retired. */
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

/** Status of a paper's versions on a day, given newest first (R5, R12, R16). From memory. */
export function paperNow<Version extends Written>(
  context: Context,
  subjectKind: string,
  { written, retired, today }: { written: readonly Version[]; retired: boolean; today: LocalDate },
): PaperNow<Version> {
  const papers = written
    .filter(({ discardedAt }) => discardedAt === undefined)
    .map((version) => ({ version, requests: requestsAbout(context, subjectKind, version.key) }));
  const statuses = statusesOf(
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
    ...(statuses.get(version.key) ?? { state: 'draft', renewing: false }),
  }));
  const current = versions.find(({ state }) => isInForce(state));
  const [newest] = versions;
  const coming = newest && newest.validFrom === undefined && !retired ? newest : undefined;
  return { versions, ...(current ? { current } : {}), ...(coming ? { coming } : {}) };
}
