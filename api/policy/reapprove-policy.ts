import { submitForApproval } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, type Actor } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { mayDraftPolicy } from './permissions.ts';
import { openPolicyRequest } from './policy-requests.ts';
import { contentOf, policySubject, policyWay, reapproval } from './policy-way.ts';
import { currentPolicy, policyTurn } from './versions.ts';
import { yearlyApproval } from './yearly.ts';

/**
 * Submits the version in force for its yearly approval, unchanged (R10). An approval publishes nothing and requires no
 * new receipts. A repeat is a success. 2 resource units. Throws AppError: forbidden, conflict `policy.noneInForce`
 * `policy.otherIsWaiting`, `policy.newerIsApproved` while a newer approved version is on its way, unavailable.
 */
export async function reapprovePolicy(context: Context, actor: Actor, { note }: { note: string }): Promise<void> {
  if (!mayDraftPolicy(actor)) throw forbidden('policy.mayNotDraft');
  await oneAtATime(context, policyTurn, () => sendAgain(context, actor, note));
}

async function sendAgain(context: Context, actor: Actor, note: string): Promise<void> {
  const current = currentPolicy(context);
  if (!current) throw conflict('policy.noneInForce');
  const open = openPolicyRequest(context);
  if (open?.subjectKey === current.key) return;
  if (open) throw conflict('policy.otherIsWaiting', { title: open.title });
  const { coming } = yearlyApproval(context);
  if (coming) throw conflict('policy.newerIsApproved', { number: coming.number, current: current.number });
  await submitForApproval(context, actor, {
    subjectKind: policySubject,
    subjectKey: current.key,
    content: contentOf(current),
    summary: note === '' ? context.texts(actor.language)('documents.reapproval') : note,
    stages: policyWay,
    purpose: reapproval,
  });
}
