import { z } from 'zod';
import { versionStates } from '../../approvals/contract.ts';
import { centreRef, freshness } from '../../http/contract.ts';
import type { Endpoints } from '../../http/endpoint.ts';
import { expectedOrNone, flag, offset, oneLine } from '../../http/input.ts';
import { planContent } from './plan-content-contract.ts';
import { planCoverageView, planRow, planVersionView, planView } from './plan-views-contract.ts';
import { planKinds, testStatuses } from '../vocabulary.ts';

export * from './plan-views-contract.ts';

const count = z.number().int();
const key = z.string().min(1).max(255);
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const megabyte = 1024 * 1024;
/** Printable form: Word, PDF or picture. */
const largestForm = 20 * megabyte;

export const draftPlanBody = z.object({
  title: oneLine.min(1).max(200),
  /** Empty: all centres that use the system. */
  centreIds: z.array(key).max(200),
  content: planContent,
  summary: z.string().trim().max(1_000).default(''),
  reviewMonths: z.number().int().min(1).max(60),
  testMonths: z.number().int().min(1).max(60),
  /** `changedAt` of the draft the writer loaded, none for a new one; refused after a later change. */
  expected: expectedOrNone,
});
export type DraftPlanBody = z.input<typeof draftPlanBody>;

const plansQuery = z.object({
  q: z.string().max(100).optional(),
  kind: z.enum(planKinds).optional(),
  /** `mine`: the reader's own centres. */
  centreId: z.string().max(255).optional(),
  assetKey: z.string().max(255).optional(),
  state: z.enum(versionStates).optional(),
  testing: z.enum(testStatuses).optional(),
  sort: z.enum(['title', 'asset', 'centre', 'state', 'reviewOn', 'nextTest']).default('title'),
  descending: flag.default(false),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type PlansQuery = z.output<typeof plansQuery>;

export const plansContract = {
  'GET /api/contingency/plans': {
    summary: 'Emergency procedures and restore plans (R5)',
    query: plansQuery,
    answer: z.object({
      plans: z.array(planRow),
      total: count,
      counts: z.object({ plans: count, inForce: count, waiting: count, expired: count }),
      centres: z.array(centreRef),
      mine: z.array(z.string()),
      /** Centres whose plans the reader may add; `whole`: also those of the whole organisation. */
      writes: z.object({ centres: z.array(centreRef), whole: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/contingency/plans.xlsx': { summary: 'The same as a workbook', query: plansQuery, file: workbook },
  'GET /api/contingency/coverage': {
    summary: 'Vital system by centre: what is in force (R5)',
    answer: planCoverageView,
  },
  'GET /api/contingency/coverage.xlsx': { summary: 'The same as a workbook', file: workbook },
  'POST /api/contingency/plans': {
    summary: 'Begin a plan; from another when `copyFrom` says which',
    body: z.object({
      kind: z.enum(planKinds),
      assetKey: key,
      centreId: key.optional(),
      copyFrom: key.optional(),
    }),
    /** `isCopy`: the copy was used; not where there was a plan already, which is answered with. */
    answer: planView.extend({ isCopy: z.boolean().optional() }),
  },
  'GET /api/contingency/plans/:planKey': { summary: 'One plan', answer: planView },
  'GET /api/contingency/plans/:planKey/versions/:versionKey': {
    summary: 'One version of it',
    answer: planVersionView.extend({ freshness }),
  },
  'PUT /api/contingency/plans/:planKey/draft': {
    summary: 'Save the draft; begins a new version when there is none',
    body: draftPlanBody,
    answer: planView,
  },
  'DELETE /api/contingency/plans/:planKey/draft': {
    summary: 'Discard the draft; answers with nothing when nothing was in force',
    answer: z.object({ plan: planView.optional() }),
  },
  'POST /api/contingency/plans/:planKey/draft/forms': {
    summary: 'Put a form on the draft (Word, PDF or picture, at most 20 MB)',
    upload: true,
    bodyBytes: largestForm,
    answer: planView,
  },
  'DELETE /api/contingency/plans/:planKey/draft/forms/:formKey': {
    summary: 'Take a form off the draft',
    answer: planView,
  },
  'GET /api/contingency/plans/:planKey/versions/:versionKey/forms/:formKey': {
    summary: 'A form, proven by its hash',
    file: 'application/octet-stream',
  },
  'GET /api/contingency/plans/:planKey/versions/:versionKey/document': {
    summary: 'The version as a PDF',
    file: 'application/pdf',
  },
  'POST /api/contingency/plans/:planKey/phones/:personId': {
    summary: 'Chooses a person for the plan: the directory’s number, for whoever writes it; counted, and in the trail',
    answer: z.object({ phone: z.string().optional() }),
  },
  'POST /api/contingency/plans/:planKey/submit': { summary: 'Send the draft for approval', answer: planView },
  'POST /api/contingency/plans/:planKey/renew': {
    summary: 'It still holds as it is',
    body: z.object({ note: z.string().trim().max(600).default('') }),
    answer: planView,
  },
  'POST /api/contingency/plans/:planKey/retire': {
    summary: 'It applies no longer',
    body: z.object({ reason: z.string().trim().min(3).max(500) }),
    answer: planView,
  },
  'POST /api/contingency/plans/:planKey/confirm': {
    summary: 'I know my part in the version in force',
    body: z.object({ versionKey: z.string().max(255) }),
    answer: planView,
  },
} satisfies Endpoints;
