import type { ApprovalContent, StagePlan } from '../approvals/index.ts';
import type { PolicyVersion } from './policy-version-list.ts';

/** Subject kind of the policy in approvals. */
export const policySubject = 'policyVersion';
/** Submitted without changes: the yearly approval (R10). */
export const reapproval = 'reapproval';

export const policyVersionPath = (versionKey: string): string => `/policy/versions/${versionKey}`;

/** The committee prepares it, Koncernledelsen and Byrådet approve it (R10). Days are calendar days. */
export const policyWay: readonly StagePlan[] = [
  { body: 'securityCommittee', rule: 'quorum', days: 14 },
  { body: 'corporateManagement', rule: 'quorum', days: 14 },
  { body: 'cityCouncil', rule: 'external', days: 60 },
];

/** The exact content decided about: numbered title, and text. */
export const contentOf = ({
  title,
  number,
  body,
}: Pick<PolicyVersion, 'title' | 'number' | 'body'>): ApprovalContent => ({
  title: `${title} ${number}`,
  text: body,
});
