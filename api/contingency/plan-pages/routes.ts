import { contingencyReaders } from '../../critical-services/index.ts';
import { allow, from, routes, thenView, type Route } from '../../http/route.ts';
import { plansContract } from '../plans/plan-contract.ts';
import { confirmPart } from '../pocket/confirm-part.ts';
import { beginPlan, isCopy } from '../plans/begin-plan.ts';
import { planCoverage } from './coverage-view.ts';
import { planDocument, planFormFile } from './downloads.ts';
import { planView } from './plan-view.ts';
import { plans } from '../plans/plans.ts';
import { phoneForPlan } from '../plans/phone-for-plan.ts';
import { plansSeen } from './plans-seen.ts';
import { putForm, takeForm } from '../plans/put-form.ts';
import { saveDraft } from '../plans/save-draft.ts';
import { versionFor } from './version-view.ts';
import { coverageWorkbook, plansWorkbook } from './workbooks.ts';

const andView = thenView(from(planView, 'planKey'));

/**
 * Emergency procedures and restore plans (R5). Open to all: a system's owner needs no role to write its restore plan,
 * and access is immediate in an emergency.
 */
export const planRoutes: readonly Route[] = routes(plansContract, {
  'GET /api/contingency/plans': allow('everyone', from(plansSeen, 'query')),
  'GET /api/contingency/plans.xlsx': allow('everyone', from(plansWorkbook, 'query')),
  'GET /api/contingency/coverage': allow(contingencyReaders, planCoverage),
  'GET /api/contingency/coverage.xlsx': allow(contingencyReaders, coverageWorkbook),
  'POST /api/contingency/plans': allow('everyone', async (context, actor, { body }) => {
    const { key } = await beginPlan(context, actor, body);
    const view = planView(context, actor, key);
    const { copyFrom } = body;
    return copyFrom === undefined ? view : { ...view, isCopy: isCopy(context, actor, key, copyFrom) };
  }),
  'GET /api/contingency/plans/:planKey': allow('everyone', from(planView, 'planKey')),
  'GET /api/contingency/plans/:planKey/versions/:versionKey': allow('everyone', from(versionFor, 'params')),
  'PUT /api/contingency/plans/:planKey/draft': allow('everyone', andView(from(saveDraft, 'planKey', 'body'))),
  'DELETE /api/contingency/plans/:planKey/draft': allow('everyone', async (context, actor, { params: { planKey } }) => {
    await plans.discard(context, actor, planKey);
    const isLeft = plans.find(context, planKey) !== undefined;
    return isLeft ? { plan: planView(context, actor, planKey) } : {};
  }),
  'POST /api/contingency/plans/:planKey/draft/forms': {
    allow: 'everyone',
    before: (context, actor, { planKey }) => void plans.writable(context, actor, planKey),
    run: andView(from(putForm, 'planKey', 'body')),
  },
  'DELETE /api/contingency/plans/:planKey/draft/forms/:formKey': allow('everyone', andView(from(takeForm, 'params'))),
  'GET /api/contingency/plans/:planKey/versions/:versionKey/forms/:formKey': allow(
    'everyone',
    from(planFormFile, 'params'),
  ),
  'GET /api/contingency/plans/:planKey/versions/:versionKey/document': allow('everyone', from(planDocument, 'params')),
  'POST /api/contingency/plans/:planKey/phones/:personId': allow('everyone', from(phoneForPlan, 'params')),
  'POST /api/contingency/plans/:planKey/submit': allow('everyone', andView(from(plans.submit, 'planKey'))),
  'POST /api/contingency/plans/:planKey/renew': allow('everyone', andView(from(plans.renew, 'planKey', 'body.note'))),
  'POST /api/contingency/plans/:planKey/retire': allow(
    'everyone',
    andView(from(plans.retire, 'planKey', 'body.reason')),
  ),
  'POST /api/contingency/plans/:planKey/confirm': allow(
    'everyone',
    andView((context, actor, { params, body }) => confirmPart(context, actor, { ...params, ...body, channel: 'tab' })),
  ),
});
