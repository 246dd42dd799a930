import { allow, routes, type Route } from '../http/route.ts';
import { answerComment, commentOnPolicy, removeComment, resolveComment } from './comment-on-policy.ts';
import { commentsView } from './comment-views.ts';
import { policyApprovalContract } from './contract.ts';
import { commenters, draftReaders, drafters } from './permissions.ts';
import { policyPage, versionFor, versionView } from './policy-views.ts';
import { reapprovePolicy } from './reapprove-policy.ts';
import { submitPolicy } from './submit-policy.ts';
import { versionDifference } from './version-difference.ts';

/** Approval by Byrådet (R10). */
export const policyApprovalRoutes: Route[] = routes(policyApprovalContract, {
  'POST /api/policy/versions/:versionKey/submit': allow(drafters, async (context, actor, { params }) =>
    versionView(context, actor, await submitPolicy(context, actor, params.versionKey)),
  ),
  'POST /api/policy/reapprove': allow(drafters, async (context, actor, { body }) => {
    await reapprovePolicy(context, actor, body);
    return policyPage(context, actor);
  }),
  'GET /api/policy/versions/:versionKey/difference': allow(
    'everyone',
    (context, actor, { params: { versionKey }, query: { against } }) =>
      versionDifference(context, actor, { versionKey, against }),
  ),
  'GET /api/policy/versions/:versionKey/comments': allow(draftReaders, (context, actor, { params }) =>
    commentsView(context, actor, versionFor(context, actor, params.versionKey)),
  ),
  'POST /api/policy/versions/:versionKey/comments': allow(
    commenters,
    async (context, actor, { params: { versionKey }, body }) => {
      await commentOnPolicy(context, actor, versionKey, body);
      return commentsView(context, actor, versionFor(context, actor, versionKey));
    },
  ),
  'POST /api/policy/versions/:versionKey/comments/:commentKey/answer': allow(
    drafters,
    async (context, actor, { params: { versionKey, commentKey: key }, body: { text } }) => {
      await answerComment(context, actor, { versionKey, key, text });
      return commentsView(context, actor, versionFor(context, actor, versionKey));
    },
  ),
  'POST /api/policy/versions/:versionKey/comments/:commentKey/resolve': allow(
    commenters,
    async (context, actor, { params: { versionKey, commentKey: key }, body: { resolved } }) => {
      await resolveComment(context, actor, { versionKey, key, resolved });
      return commentsView(context, actor, versionFor(context, actor, versionKey));
    },
  ),
  'DELETE /api/policy/versions/:versionKey/comments/:commentKey': allow(
    commenters,
    async (context, actor, { params: { versionKey, commentKey } }) => {
      await removeComment(context, actor, versionKey, commentKey);
      return commentsView(context, actor, versionFor(context, actor, versionKey));
    },
  ),
});
