import { submitForApproval } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, missing, type Actor } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Stored } from '../sharepoint/index.ts';
import { mayDraftPolicy } from './permissions.ts';
import { isWaiting, openPolicyRequest } from './policy-requests.ts';
import { compareNumbers } from './policy-version.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';
import { contentOf, policySubject, policyWay } from './policy-way.ts';
import { currentPolicy, firstDayIfNow, policyTurn, requireAfterComing, versionOrThrow } from './versions.ts';

/**
 * Submits a draft for approval up to Byrådet (R10): as the next round when it was returned. It is re-read first, so
 * that the stored text is decided about. A repeat is a success. 3 resource units. Throws AppError: forbidden, missing,
 * conflict `policy.notDraft` `policy.numberNotHigher` `policy.beforeComing` `policy.otherIsWaiting`, unavailable.
 */
export async function submitPolicy(context: Context, actor: Actor, versionKey: string): Promise<Stored<PolicyVersion>> {
  if (!mayDraftPolicy(actor)) throw forbidden('policy.mayNotDraft');
  versionOrThrow(context, versionKey);
  return oneAtATime(context, policyTurn, () => sent(context, actor, versionKey));
}

async function sent(context: Context, actor: Actor, versionKey: string): Promise<Stored<PolicyVersion>> {
  const version = await context.list(PolicyVersions).fresh(versionKey);
  if (!version || version.state === 'discarded') throw missing('policy.noSuchVersion');
  if (version.state !== 'draft') throw conflict('policy.notDraft');
  if (isWaiting(context, version)) return version;
  const { number } = version;
  const current = currentPolicy(context, firstDayIfNow(context, version));
  if (current && compareNumbers(number, current.number) <= 0)
    throw conflict('policy.numberNotHigher', { field: 'number', number, current: current.number });
  requireAfterComing(context, version);
  const other = openPolicyRequest(context);
  if (other) throw conflict('policy.otherIsWaiting', { title: other.title });
  await submitForApproval(context, actor, {
    subjectKind: policySubject,
    subjectKey: versionKey,
    content: contentOf(version),
    summary: version.summary,
    stages: policyWay,
  });
  return version;
}
