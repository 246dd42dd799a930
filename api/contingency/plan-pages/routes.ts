import { contingencyReaders } from '../../critical-services/index.ts';
import { thenView } from '../../documents/index.ts';
import { routes, type Route } from '../../http/route.ts';
import { plansContract } from '../plans/plan-contract.ts';
import { confirmPart } from '../pocket/confirm-part.ts';
import { beginPlan } from '../plans/begin-plan.ts';
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

type Given = { planKey: string };
const andView = thenView((context, actor, { planKey }: Given) => planView(context, actor, planKey));

/**
 * Emergency procedures and restore plans (R5). Open to all: a system's owner needs no role to write its restore plan,
 * and access is immediate in an emergency.
 */
export const planRoutes: readonly Route[] = routes(plansContract, {
  'GET /api/contingency/plans': {
    allow: 'everyone',
    run: (context, actor, { query }) => plansSeen(context, actor, query),
  },
  'GET /api/contingency/plans.xlsx': {
    allow: 'everyone',
    run: (context, actor, { query }) => plansWorkbook(context, actor, query),
  },
  'GET /api/contingency/coverage': { allow: contingencyReaders, run: planCoverage },
  'GET /api/contingency/coverage.xlsx': { allow: contingencyReaders, run: coverageWorkbook },
  'POST /api/contingency/plans': {
    allow: 'everyone',
    run: async (context, actor, { body }) => planView(context, actor, (await beginPlan(context, actor, body)).key),
  },
  'GET /api/contingency/plans/:planKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => planView(context, actor, params.planKey),
  },
  'GET /api/contingency/plans/:planKey/versions/:versionKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => versionFor(context, actor, params),
  },
  'PUT /api/contingency/plans/:planKey/draft': {
    allow: 'everyone',
    run: andView((context, actor, { params, body }) => saveDraft(context, actor, params.planKey, body)),
  },
  'DELETE /api/contingency/plans/:planKey/draft': {
    allow: 'everyone',
    run: async (context, actor, { params: { planKey } }) => {
      await plans.discard(context, actor, planKey);
      const isLeft = plans.find(context, planKey) !== undefined;
      return isLeft ? { plan: planView(context, actor, planKey) } : {};
    },
  },
  'POST /api/contingency/plans/:planKey/draft/forms': {
    allow: 'everyone',
    before: (context, actor, { planKey }) => void plans.writable(context, actor, planKey),
    run: andView((context, actor, { params, body }) => putForm(context, actor, params.planKey, body)),
  },
  'DELETE /api/contingency/plans/:planKey/draft/forms/:formKey': {
    allow: 'everyone',
    run: andView((context, actor, { params }) => takeForm(context, actor, params)),
  },
  'GET /api/contingency/plans/:planKey/versions/:versionKey/forms/:formKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => planFormFile(context, actor, params),
  },
  'GET /api/contingency/plans/:planKey/versions/:versionKey/document': {
    allow: 'everyone',
    run: (context, actor, { params }) => planDocument(context, actor, params),
  },
  'POST /api/contingency/plans/:planKey/phones/:personId': {
    allow: 'everyone',
    run: (context, actor, { params }) => phoneForPlan(context, actor, params),
  },
  'POST /api/contingency/plans/:planKey/submit': {
    allow: 'everyone',
    run: andView((context, actor, { params }) => plans.submit(context, actor, params.planKey)),
  },
  'POST /api/contingency/plans/:planKey/renew': {
    allow: 'everyone',
    run: andView((context, actor, { params, body }) => plans.renew(context, actor, params.planKey, body.note)),
  },
  'POST /api/contingency/plans/:planKey/retire': {
    allow: 'everyone',
    run: andView((context, actor, { params, body }) => plans.retire(context, actor, params.planKey, body.reason)),
  },
  'POST /api/contingency/plans/:planKey/confirm': {
    allow: 'everyone',
    run: andView((context, actor, { params, body }) =>
      confirmPart(context, actor, { ...params, ...body, channel: 'tab' }),
    ),
  },
});
