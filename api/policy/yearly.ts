import { ApprovalRequests, approvalSummary } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { addMonths, daysBetween, localDate, todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import type { PolicyPageView } from './contract.ts';
import { mayDraftPolicy, mayGovernPolicy } from './permissions.ts';
import { openPolicyRequest, policyRequests, type PolicyRequest } from './policy-requests.ts';
import { PolicyVersions } from './policy-version-list.ts';
import { comingPolicy, currentPolicy, policyVersion } from './versions.ts';

/** The same day a year later; the day before 1 March for a leap day. */
export const yearAfter = (day: LocalDate): LocalDate => addMonths(day, 12);

/** The meeting date of a body outside Teams, or else the last vote. */
export function approvedOn({ stages, endedAt, submittedAt }: PolicyRequest): LocalDate {
  const meeting = stages.findLast(({ decision }) => decision?.outcome === 'approved')?.decision?.meetingOn;
  return meeting ?? localDate(endedAt ?? submittedAt);
}

export interface YearlyApproval {
  approvedOn?: LocalDate;
  /** The version approved then. */
  approvedKey?: string;
  /** Whether Byrådet has approved the version in force, this year or earlier. */
  isCurrentApproved: boolean;
  /** When Byrådet last approved the version in force. */
  currentApprovedOn?: LocalDate;
  /** The version that Byrådet has approved and that is not yet in force. */
  coming?: { number: string; approvedOn: LocalDate; effectiveOn: LocalDate };
  /** Absent before a version is in force. */
  nextDue?: LocalDate;
  /** The pending round, or else the latest if not approved. */
  request?: PolicyRequest;
}

/**
 * The latest and next yearly approval of the policy (R10). A publication without approval sets no new date, unless
 * nothing has ever been approved: then its effective date counts.
 */
export const yearlyApproval: (context: Context) => YearlyApproval = derivation(
  [PolicyVersions, ApprovalRequests],
  (context) => {
    const current = currentPolicy(context);
    const requests = policyRequests(context);
    const approvals = requests
      .filter(({ state, subjectKey }) => state === 'approved' && policyVersion(context, subjectKey)?.state !== 'draft')
      .map((request) => ({ on: approvedOn(request), key: request.subjectKey }))
      .sort((one, other) => one.on.localeCompare(other.on));
    const approved = approvals.at(-1);
    const coming = comingPolicy(context);
    const [ofCurrent, ofComing] = [current, coming].map((version) =>
      approvals.findLast(({ key }) => key === version?.key),
    );
    const from = approved?.on ?? current?.effectiveOn;
    const latest = requests.at(0);
    const unsettled = latest?.state === 'returned' || latest?.state === 'rejected' ? latest : undefined;
    const request = openPolicyRequest(context) ?? unsettled;
    return {
      ...(approved === undefined ? {} : { approvedOn: approved.on, approvedKey: approved.key }),
      isCurrentApproved: ofCurrent !== undefined,
      ...(ofCurrent === undefined ? {} : { currentApprovedOn: ofCurrent.on }),
      ...(coming && ofComing
        ? { coming: { number: coming.number, approvedOn: ofComing.on, effectiveOn: coming.effectiveOn } }
        : {}),
      ...(current === undefined || from === undefined ? {} : { nextDue: yearAfter(from) }),
      ...(request === undefined ? {} : { request }),
    };
  },
  (context) => todayOf(context.clock),
);

/** The yearly approval for those who govern the policy; undefined for others. */
export function yearlyView(context: Context, actor: Actor): PolicyPageView['yearly'] {
  if (!mayGovernPolicy(actor)) return undefined;
  const { approvedOn: last, approvedKey = '', isCurrentApproved, coming, nextDue, request } = yearlyApproval(context);
  const number = policyVersion(context, approvedKey)?.number;
  return {
    ...(last === undefined ? {} : { approvedOn: last }),
    ...(number === undefined ? {} : { approvedNumber: number }),
    isCurrentApproved,
    ...(nextDue === undefined ? {} : { nextDue, daysLeft: daysBetween(todayOf(context.clock), nextDue) }),
    ...(request === undefined ? {} : { approval: approvalSummary(context, request) }),
    reapprove: nextDue !== undefined && coming === undefined && request?.state !== 'open' && mayDraftPolicy(actor),
  };
}
