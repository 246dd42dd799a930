import { routes, type Route } from '../../http/index.ts';
import { improvementsContract } from './improvement-contract.ts';
import { ownTestsContract } from './test-contract.ts';
import { closeTest, saveEvaluation } from './evaluate-test.ts';
import { improvementList, improvementRow } from './improvement-rows.ts';
import { cancelTest, endTest, startTest } from './move-test.ts';
import { changeTest, planTest } from './plan-test.ts';
import { proposeTest } from './propose-test.ts';
import { addImprovement, changeImprovement, giveUpImprovement, reportImprovement } from './save-improvement.ts';
import { testablePlans, testList } from './test-rows.ts';
import { testView } from './test-view.ts';
import { improvementsWorkbook, testsWorkbook } from './tests-workbook.ts';
import { writeLog } from './write-log.ts';

const improvementRoutes = routes(improvementsContract, {
  'GET /api/contingency/improvements': {
    allow: 'everyone',
    run: (context, actor, { query }) => improvementList(context, actor, query),
  },
  'GET /api/contingency/improvements.xlsx': {
    allow: 'everyone',
    run: (context, actor, { query }) => improvementsWorkbook(context, actor, query),
  },
  'POST /api/contingency/improvements': {
    allow: 'everyone',
    run: async (context, actor, { body }) => {
      const { key } = await addImprovement(context, actor, body);
      return improvementRow(context, actor, key);
    },
  },
  'PUT /api/contingency/improvements/:improvementKey': {
    allow: 'everyone',
    run: async (context, actor, { params: { improvementKey }, body }) => {
      await changeImprovement(context, actor, improvementKey, body);
      return improvementRow(context, actor, improvementKey);
    },
  },
  'POST /api/contingency/improvements/:improvementKey/report': {
    allow: 'everyone',
    run: async (context, actor, { params: { improvementKey }, body }) => {
      await reportImprovement(context, actor, improvementKey, body);
      return improvementRow(context, actor, improvementKey);
    },
  },
  'POST /api/contingency/improvements/:improvementKey/cancel': {
    allow: 'everyone',
    run: async (context, actor, { params: { improvementKey }, body }) => {
      await giveUpImprovement(context, actor, improvementKey, body.reason);
      return improvementRow(context, actor, improvementKey);
    },
  },
});

/** Open to all: participants, leaders and owners have no role, and the acts check them. */
const ownRoutes = routes(ownTestsContract, {
  'GET /api/contingency/tests': {
    allow: 'everyone',
    run: (context, actor, { query }) => testList(context, actor, query),
  },
  'GET /api/contingency/tests.xlsx': {
    allow: 'everyone',
    run: (context, actor, { query }) => testsWorkbook(context, actor, query),
  },
  'GET /api/contingency/test-plans': {
    allow: 'everyone',
    run: (context, actor) => ({ plans: testablePlans(context, actor) }),
  },
  'GET /api/contingency/test-plans/:planKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => proposeTest(context, actor, params.planKey),
  },
  'POST /api/contingency/tests': {
    allow: 'everyone',
    run: async (context, actor, { body: { planKey, ...body } }) => {
      const { key } = await planTest(context, actor, planKey, body);
      return testView(context, actor, key);
    },
  },
  'GET /api/contingency/tests/:testKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => testView(context, actor, params.testKey),
  },
  'PUT /api/contingency/tests/:testKey': {
    allow: 'everyone',
    run: async (context, actor, { params: { testKey }, body }) => {
      await changeTest(context, actor, testKey, body);
      return testView(context, actor, testKey);
    },
  },
  'POST /api/contingency/tests/:testKey/start': {
    allow: 'everyone',
    run: async (context, actor, { params: { testKey } }) => {
      await startTest(context, actor, testKey);
      return testView(context, actor, testKey);
    },
  },
  'POST /api/contingency/tests/:testKey/log': {
    allow: 'everyone',
    run: async (context, actor, { params: { testKey }, body: { occasion, ...entry } }) => {
      await writeLog(context, actor, {
        subjectKey: testKey,
        ...entry,
        ...(occasion === undefined ? {} : { occasion }),
      });
      return testView(context, actor, testKey);
    },
  },
  'POST /api/contingency/tests/:testKey/end': {
    allow: 'everyone',
    run: async (context, actor, { params: { testKey } }) => {
      await endTest(context, actor, testKey);
      return testView(context, actor, testKey);
    },
  },
  'PUT /api/contingency/tests/:testKey/evaluation': {
    allow: 'everyone',
    run: async (context, actor, { params: { testKey }, body }) => {
      await saveEvaluation(context, actor, testKey, body);
      return testView(context, actor, testKey);
    },
  },
  'POST /api/contingency/tests/:testKey/close': {
    allow: 'everyone',
    run: async (context, actor, { params: { testKey } }) => {
      await closeTest(context, actor, testKey);
      return testView(context, actor, testKey);
    },
  },
  'POST /api/contingency/tests/:testKey/cancel': {
    allow: 'everyone',
    run: async (context, actor, { params: { testKey }, body }) => {
      await cancelTest(context, actor, testKey, body.reason);
      return testView(context, actor, testKey);
    },
  },
});

export const testRoutes: readonly Route[] = [...ownRoutes, ...improvementRoutes];
