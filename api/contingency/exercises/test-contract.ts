import { z } from 'zod';
import { actionView } from '../../actions/contract.ts';
import { assetRef } from '../../assets/contract.ts';
import { lossHours } from '../../critical-services/contract.ts';
import { centreRef, freshness, personRef } from '../../http/contract.ts';
import type { Endpoints } from '../../http/endpoint.ts';
import { day, expected, flag, timeOfDay, oneLine } from '../../http/input.ts';
import { evaluationBody, itemKey, measured } from './evaluation-contract.ts';
import { improvementsContract, planRef } from './improvement-contract.ts';
import { planTesting } from '../plans/plan-contract.ts';
import { testCards } from './test-cards-contract.ts';
import { logKinds, testKinds, testStates } from '../vocabulary.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();
const key = z.string().min(1).max(255);
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What blocks closing an evaluation; texts under `contingencyTests.gap`. */
const evaluationGapNames = ['results', 'recovery', 'wentWell', 'toImprove', 'improvement'] as const;

const injectBody = z.object({
  key: itemKey,
  minute: count.min(0).max(1_440),
  text: z.string().trim().min(1).max(1_000),
});
const criterionBody = z.object({ key: itemKey, text: z.string().trim().min(1).max(300), hours: measured.optional() });

/** Editable until a test begins. `on` and `time` are Danish. */
const testFields = {
  kind: z.enum(testKinds),
  title: oneLine.min(1).max(200),
  on: day(),
  time: timeOfDay,
  leaderId: key,
  participantIds: z.array(key).min(1).max(60),
  scenario: z.string().trim().min(1).max(4_000),
  injects: z.array(injectBody).max(20),
  criteria: z.array(criterionBody).min(1).max(20),
};
const testBody = z.object(testFields);
export type TestBody = z.output<typeof testBody>;
const newTestBody = testBody.extend({ planKey: key });

/** A plan that must or may be tested. */
const duePlan = planRef.extend({
  asset: assetRef,
  centre: centreRef.optional(),
  testing: planTesting,
  /** The test that is planned or not yet closed. */
  coming: z.object({ key: z.string(), state: z.enum(testStates), plannedAt: moment }).optional(),
  mayTest: z.boolean(),
});
export type DuePlan = z.output<typeof duePlan>;

const testRow = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.enum(testKinds),
  state: z.enum(testStates),
  plan: planRef,
  asset: assetRef,
  centre: centreRef.optional(),
  leader: personRef,
  participants: count,
  /** Actual or planned start. */
  at: moment,
  /** Of `at`, for a calendar: `YYYY-MM`. */
  month: z.string(),
  passed: z.boolean().optional(),
  /** Hours. */
  recovery: lossHours.optional(),
  improvements: z.object({ open: count, overdue: count, done: count }),
  /** A real downtime counted as the test. */
  downtimeKey: z.string().optional(),
});
export type TestRow = z.output<typeof testRow>;

const logEntryView = z.object({
  key: z.string(),
  kind: z.enum(logKinds),
  text: z.string(),
  at: moment,
  by: personRef.optional(),
});
export type LogEntryView = z.output<typeof logEntryView>;

export const testCriterion = z.object({
  key: z.string(),
  text: z.string(),
  hours: z.number().optional(),
  /** With a result; a time is met when measured within its hours. */
  met: z.boolean().optional(),
  measured: z.number().optional(),
  note: z.string(),
});
export type TestCriterion = z.output<typeof testCriterion>;

export const testView = testRow.extend({
  /** Of what the form of the test holds. */
  etag: z.string(),
  /** Number of the tested version. */
  version: count.optional(),
  scenario: z.string(),
  people: z.array(personRef),
  /** Participants, whatever role, see only those that have come. */
  injects: z.array(z.object({ key: z.string(), minute: count, text: z.string(), sent: z.boolean() })),
  criteria: z.array(testCriterion),
  on: localDate,
  time: z.string(),
  startedAt: moment.optional(),
  endedAt: moment.optional(),
  closedAt: moment.optional(),
  closedBy: personRef.optional(),
  cancelledReason: z.string().optional(),
  /** Hours. */
  dataLoss: z.number().optional(),
  wentWell: z.string(),
  toImprove: z.string(),
  /** The system's figures, hours. */
  figures: z.object({ mtd: z.number().optional(), rto: z.number().optional(), rpo: z.number().optional() }),
  /** For the test's managers. */
  cards: testCards.optional(),
  log: z.array(logEntryView),
  improvementList: z.array(actionView),
  /** Missing in the evaluation. */
  gaps: z.array(z.enum(evaluationGapNames)),
  /** The server's clock, for stopwatches. */
  now: moment,
  abilities: z.object({
    edit: z.boolean(),
    /** Sees the injects that have not come. */
    readAhead: z.boolean(),
    start: z.boolean(),
    cancel: z.boolean(),
    log: z.boolean(),
    end: z.boolean(),
    evaluate: z.boolean(),
    improve: z.boolean(),
  }),
  freshness,
});
export type TestView = z.output<typeof testView>;

/** A proposed new test of a plan; everything is editable. */
const testProposal = z.object({
  plan: planRef,
  asset: assetRef,
  testing: planTesting,
  fields: z.object({
    kind: z.enum(testKinds),
    title: z.string(),
    on: localDate,
    time: z.string(),
    scenario: z.string(),
    injects: z.array(injectBody),
    criteria: z.array(criterionBody),
  }),
  leader: personRef,
  people: z.array(personRef),
  freshness,
});
export type TestProposal = z.output<typeof testProposal>;

const testStatusFilters = ['planned', 'running', 'ended', 'closed', 'cancelled'] as const;
const testsQuery = z.object({
  q: z.string().max(100).optional(),
  state: z.enum(testStatusFilters).optional(),
  kind: z.enum(testKinds).optional(),
  result: z.enum(['passed', 'failed']).optional(),
  centre: key.optional(),
  sort: z.enum(['at', 'title', 'plan', 'state']).default('at'),
  descending: flag.default(true),
});
export type TestsQuery = z.output<typeof testsQuery>;

/** Tests of plans (R6). */
const ownContract = {
  'GET /api/contingency/tests': {
    summary: 'Plans that are due, and the tests that are planned, running and held (R6)',
    query: testsQuery,
    answer: z.object({
      due: z.array(duePlan),
      tests: z.array(testRow),
      /** Of all the reader sees: due before New Year, and overdue. */
      counts: z.object({ beforeNewYear: count, overdue: count, plans: count }),
      centres: z.array(centreRef),
      freshness,
    }),
  },
  'GET /api/contingency/tests.xlsx': { summary: 'The same tests as a workbook', query: testsQuery, file: workbook },
  'GET /api/contingency/test-plans': {
    summary: 'The plans in force that the reader may have tested',
    answer: z.object({ plans: z.array(duePlan), freshness }),
  },
  'GET /api/contingency/test-plans/:planKey': { summary: 'What a test of the plan could be', answer: testProposal },
  'POST /api/contingency/tests': { summary: 'Plan a test', body: newTestBody, answer: testView },
  'GET /api/contingency/tests/:testKey': { summary: 'One test', answer: testView },
  'PUT /api/contingency/tests/:testKey': {
    summary: 'Change or move a test that has not begun',
    body: testBody.extend({ expected }),
    answer: testView,
  },
  'POST /api/contingency/tests/:testKey/start': { summary: 'Start the stopwatch and the injects', answer: testView },
  'POST /api/contingency/tests/:testKey/log': {
    summary: 'Write in the log',
    body: z.object({
      kind: z.enum(['event', 'decision', 'observation', 'measured']),
      text: z.string().trim().min(1).max(2_000),
      /** The sender's: a resend is the same entry. */
      occasion: itemKey.optional(),
    }),
    answer: testView,
  },
  'POST /api/contingency/tests/:testKey/end': { summary: 'End it; nothing more is posted', answer: testView },
  'PUT /api/contingency/tests/:testKey/evaluation': {
    summary: 'Keep part of the evaluation',
    body: evaluationBody,
    answer: testView,
  },
  'POST /api/contingency/tests/:testKey/close': { summary: 'Close it with its result', answer: testView },
  'POST /api/contingency/tests/:testKey/cancel': {
    summary: 'Call it off, with the reason',
    body: z.object({ reason: z.string().trim().min(3).max(500) }),
    answer: testView,
  },
} satisfies Endpoints;

/** Tests, and the improvements after tests and downtimes (R6). */
export const testsContract = { ...ownContract, ...improvementsContract } satisfies Endpoints;
export const ownTestsContract = ownContract;
