import { editing } from '../../edits/index.ts';
import { allow, created, from, routes, thenView, type Route } from '../../http/index.ts';
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

const thenImprovementRow = thenView(from(improvementRow, 'improvementKey'));
const thenTestView = thenView(from(testView, 'testKey'));

const improvementRoutes = routes(improvementsContract, {
  'GET /api/contingency/improvements': allow('everyone', from(improvementList, 'query')),
  'GET /api/contingency/improvements.xlsx': allow('everyone', from(improvementsWorkbook, 'query')),
  'POST /api/contingency/improvements': allow('everyone', created(improvementRow, from(addImprovement, 'body'))),
  'PUT /api/contingency/improvements/:improvementKey': allow(
    'everyone',
    editing(
      (context, { params }, actor) => improvementRow(context, actor, params.improvementKey).etag,
      thenImprovementRow(from(changeImprovement, 'improvementKey', 'body')),
    ),
  ),
  'POST /api/contingency/improvements/:improvementKey/report': allow(
    'everyone',
    thenImprovementRow(from(reportImprovement, 'improvementKey', 'body')),
  ),
  'POST /api/contingency/improvements/:improvementKey/cancel': allow(
    'everyone',
    thenImprovementRow(from(giveUpImprovement, 'improvementKey', 'body.reason')),
  ),
});

/** Open to all: participants, leaders and owners have no role, and the acts check them. */
const ownRoutes = routes(ownTestsContract, {
  'GET /api/contingency/tests': allow('everyone', from(testList, 'query')),
  'GET /api/contingency/tests.xlsx': allow('everyone', from(testsWorkbook, 'query')),
  'GET /api/contingency/test-plans': allow('everyone', testablePlans),
  'GET /api/contingency/test-plans/:planKey': allow('everyone', from(proposeTest, 'planKey')),
  'POST /api/contingency/tests': allow(
    'everyone',
    created(testView, (context, actor, { body: { planKey, ...body } }) => planTest(context, actor, planKey, body)),
  ),
  'GET /api/contingency/tests/:testKey': allow('everyone', from(testView, 'testKey')),
  'PUT /api/contingency/tests/:testKey': allow(
    'everyone',
    editing(
      (context, { params }, actor) => testView(context, actor, params.testKey).etag,
      thenTestView(from(changeTest, 'testKey', 'body')),
    ),
  ),
  'POST /api/contingency/tests/:testKey/start': allow('everyone', thenTestView(from(startTest, 'testKey'))),
  'POST /api/contingency/tests/:testKey/log': allow(
    'everyone',
    thenTestView((context, actor, { params: { testKey }, body: { occasion, ...entry } }) =>
      writeLog(context, actor, {
        subjectKey: testKey,
        ...entry,
        ...(occasion === undefined ? {} : { occasion }),
      }),
    ),
  ),
  'POST /api/contingency/tests/:testKey/end': allow('everyone', thenTestView(from(endTest, 'testKey'))),
  'PUT /api/contingency/tests/:testKey/evaluation': allow(
    'everyone',
    thenTestView(from(saveEvaluation, 'testKey', 'body')),
  ),
  'POST /api/contingency/tests/:testKey/close': allow('everyone', thenTestView(from(closeTest, 'testKey'))),
  'POST /api/contingency/tests/:testKey/cancel': allow(
    'everyone',
    thenTestView(from(cancelTest, 'testKey', 'body.reason')),
  ),
});

export const testRoutes: readonly Route[] = [...ownRoutes, ...improvementRoutes];
