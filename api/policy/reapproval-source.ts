import { ApprovalRequests } from '../approvals/index.ts';
import { addDays, stableKey, type SharedWork } from '../kernel/index.ts';
import type { SharedSource } from '../obligations/index.ts';
import { policyPath } from './obligations.ts';
import { openPolicyRequest } from './policy-requests.ts';
import { PolicyVersions } from './policy-version-list.ts';
import { currentPolicy } from './versions.ts';
import { yearlyApproval } from './yearly.ts';

const reapprovalKind = 'reapprovePolicy';
/** Three bodies must meet about it within the year. */
const leadDays = 90;

/**
 * The CISO has the policy approved again within a year (R10): from three months before, until submitted; again when
 * returned without an approval.
 */
export const reapprovalSource: SharedSource = {
  kinds: [reapprovalKind],
  lists: [PolicyVersions, ApprovalRequests],
  work: (context, today): SharedWork[] => {
    const current = currentPolicy(context);
    const { nextDue: due } = yearlyApproval(context);
    if (!current || due === undefined) return [];
    const since = addDays(due, -leadDays);
    if (today < since) return [];
    return [
      {
        key: stableKey(reapprovalKind, due),
        kind: reapprovalKind,
        subject: { key: current.key, title: `${current.title} ${current.number}` },
        due,
        since,
        path: policyPath,
        state: openPolicyRequest(context) ? 'done' : 'open',
        responsible: { role: 'ciso' },
      },
    ];
  },
};
