import { startPolicyPlan } from '../annual-wheel/index.ts';
import { contentHashOf, type ApprovalSubject } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { asAppError, conflict, localDate, nowOf, type LocalDate } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { audienceOf } from './audience.ts';
import { continuePublications } from './continue-publications.ts';
import { policyPath } from './obligations.ts';
import { mayReadDrafts } from './permissions.ts';
import type { PolicyRequest } from './policy-requests.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { contentOf, policySubject, policyVersionPath, reapproval } from './policy-way.ts';
import { putInForce } from './publish-policy.ts';
import { currentPolicy, firstDayIfNow, policyVersion } from './versions.ts';

/** The policy as an approval subject: approved by Byrådet, it comes into force automatically (R10). */
export const policyApproval: ApprovalSubject = {
  kind: policySubject,
  contentNow: (context, key) => {
    const version = policyVersion(context, key);
    return version && contentOf(version);
  },
  inForce: (context, key) => {
    const current = currentPolicy(context);
    return current && current.key !== key ? contentOf(current) : undefined;
  },
  // Also the page to resubmit the yearly approval.
  path: (context, key) => (currentPolicy(context)?.key === key ? policyPath : policyVersionPath(key)),
  mayRead: (_context, actor) => mayReadDrafts(actor),
  follows: (context, { subjectKey, purpose }) => {
    const version = policyVersion(context, subjectKey);
    if (purpose === reapproval || version?.state !== 'draft') return undefined;
    return { people: audienceOf(context, version).reachable, appliesFrom: firstDayIfNow(context, version) };
  },
  ended: async (context, request) => {
    if (request.state !== 'approved' || request.purpose === reapproval) return;
    const version = await publishApproved(context, request);
    if (!version) return;
    await continuePublications(context);
    if (version.changeKind === 'major') await startPlanOf(context, version, request);
  },
};

/**
 * Puts an approved version in force, once: a repeat finds it published. Nothing when impossible, since it is superseded
 * or its text is not the approved one. Throws AppError `unavailable`.
 */
async function publishApproved(context: Context, request: PolicyRequest): Promise<Stored<PolicyVersion> | undefined> {
  const { key: approvalKey, subjectKey, submittedBy: by, contentHash } = request;
  try {
    const { version } = await putInForce(context, subjectKey, (draft) => {
      if (contentHashOf(contentOf(draft)) !== contentHash) throw conflict('approvals.contentChanged');
      return { by, approvalKey, effectiveOn: firstDayOf(context, draft, request) };
    });
    return version.approvalKey === approvalKey ? version : undefined;
  } catch (thrown) {
    const { kind, code } = asAppError(thrown);
    if (kind !== 'conflict' && kind !== 'missing') throw thrown;
    context.log.warn({ versionKey: subjectKey, code }, 'an approved policy cannot come into force');
    return undefined;
  }
}

/** Not before its approval, nor before the day that the meeting chose. */
function firstDayOf(context: Context, draft: PolicyVersion, { stages }: PolicyRequest): LocalDate {
  const proposed = firstDayIfNow(context, draft);
  const chosen = stages.at(-1)?.decision?.appliesFrom;
  return chosen !== undefined && chosen > proposed ? chosen : proposed;
}

async function startPlanOf(context: Context, version: PolicyVersion, { submittedBy }: PolicyRequest): Promise<void> {
  const { key, title, number, publishedAt, effectiveOn } = version;
  const publishedOn = localDate(publishedAt ?? nowOf(context.clock));
  const language = findPerson(context, submittedBy)?.language ?? 'da';
  await startPolicyPlan(context, {
    policyVersionKey: key,
    title: context.texts(language)('wheelPlan.policyTitle', { title, number }),
    startsOn: effectiveOn > publishedOn ? effectiveOn : publishedOn,
    madeBy: submittedBy,
    language,
  });
}
