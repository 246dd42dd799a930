import { editing } from '../edits/index.ts';
import { allow, created, from, routes, thenView, type Route } from '../http/index.ts';
import { changeChecklist, checklistList, makeChecklist } from './checklists/keep-checklist.ts';
import { inspectionsContract } from './contract.ts';
import { findingList, findingView } from './findings/finding-views.ts';
import { raiseRisk } from './findings/raise-risk.ts';
import { addFinding, changeFinding, explainFinding, recheckFinding } from './findings/save-finding.ts';
import { planners, programmeReaders } from './permissions.ts';
import { cancelInspection, movePlan, planInspection } from './programme/plan-inspection.ts';
import { programmeView } from './visits/programme-view.ts';
import { reportDocument, reportPaper } from './report/inspection-report.ts';
import { answerInspection, answersStamp } from './visits/answer-inspection.ts';
import { inspectionView } from './visits/inspection-views.ts';
import { addPhoto, photoFile, photographable, removePhoto } from './visits/photos.ts';
import { closeInspection, holdInspection, keepWalk } from './visits/walk-inspection.ts';

const thenVisit = thenView(from(inspectionView, 'inspectionKey'));
const thenFinding = thenView(from(findingView, 'findingKey'));

/** Open to everyone where inspectors or owners of actions may have no role: the acts check ownership. */
export const inspectionRoutes: readonly Route[] = routes(inspectionsContract, {
  'GET /api/inspections': allow(programmeReaders, from(programmeView, 'query.year')),
  'POST /api/inspections': allow(planners, created(inspectionView, from(planInspection, 'body'))),
  'GET /api/inspection-checklists': allow(programmeReaders, checklistList),
  'POST /api/inspection-checklists': allow(planners, from(makeChecklist, 'body')),
  'PUT /api/inspection-checklists/:checklistKey': allow(
    planners,
    editing(
      (context, { params }, actor) =>
        checklistList(context, actor).checklists.find(({ key }) => key === params.checklistKey)?.etag,
      from(changeChecklist, 'checklistKey', 'body'),
    ),
  ),
  'GET /api/inspection-findings': allow('everyone', from(findingList, 'query')),
  'GET /api/inspection-findings/:findingKey': allow('everyone', from(findingView, 'findingKey')),
  'PUT /api/inspection-findings/:findingKey': allow(
    'everyone',
    editing(
      (context, { params }, actor) => findingView(context, actor, params.findingKey).etag,
      thenFinding(from(changeFinding, 'findingKey', 'body')),
    ),
  ),
  'PUT /api/inspection-findings/:findingKey/cause': allow(
    'everyone',
    editing(
      (context, { params }, actor) => findingView(context, actor, params.findingKey).causeEtag,
      thenFinding(from(explainFinding, 'findingKey', 'body.cause')),
    ),
  ),
  'POST /api/inspection-findings/:findingKey/recheck': allow(
    'everyone',
    thenFinding(from(recheckFinding, 'findingKey', 'body')),
  ),
  'POST /api/inspection-findings/:findingKey/risk': allow(
    'everyone',
    thenFinding(from(raiseRisk, 'findingKey', 'body.assetKey')),
  ),
  'GET /api/inspections/:inspectionKey': allow('everyone', from(inspectionView, 'inspectionKey')),
  'PUT /api/inspections/:inspectionKey': allow(
    planners,
    editing(
      (context, { params }, actor) => inspectionView(context, actor, params.inspectionKey).etag,
      thenVisit(from(movePlan, 'inspectionKey', 'body')),
    ),
  ),
  'POST /api/inspections/:inspectionKey/cancel': allow(
    planners,
    thenVisit(from(cancelInspection, 'inspectionKey', 'body.reason')),
  ),
  'PUT /api/inspections/:inspectionKey/answers': allow(
    'everyone',
    editing(
      (context, { params }, actor) => answersStamp(context, actor, params.inspectionKey),
      thenVisit(from(answerInspection, 'inspectionKey', 'body')),
    ),
  ),
  'PUT /api/inspections/:inspectionKey/walk': allow(
    'everyone',
    async (context, actor, { params: { inspectionKey }, body }) => {
      const answered = await keepWalk(context, actor, inspectionKey, body);
      return { ...inspectionView(context, actor, inspectionKey), ...answered };
    },
  ),
  'POST /api/inspections/:inspectionKey/hold': allow('everyone', thenVisit(from(holdInspection, 'inspectionKey'))),
  'POST /api/inspections/:inspectionKey/findings': allow(
    'everyone',
    thenVisit(from(addFinding, 'inspectionKey', 'body')),
  ),
  'POST /api/inspections/:inspectionKey/items/:itemKey/photos': {
    allow: 'everyone',
    before: (context, actor, { inspectionKey }) => void photographable(context, actor, inspectionKey),
    run: thenVisit(from(addPhoto, 'params', 'body')),
  },
  'GET /api/inspections/:inspectionKey/photos/:photoKey': allow('everyone', from(photoFile, 'params')),
  'DELETE /api/inspections/:inspectionKey/photos/:photoKey': allow('everyone', thenVisit(from(removePhoto, 'params'))),
  'GET /api/inspections/:inspectionKey/report.docx': allow('everyone', from(reportDocument, 'inspectionKey')),
  'GET /api/inspections/:inspectionKey/report.pdf': allow('everyone', from(reportPaper, 'inspectionKey')),
  'POST /api/inspections/:inspectionKey/close': allow(
    'everyone',
    thenVisit(from(closeInspection, 'inspectionKey', 'body.summary')),
  ),
});
