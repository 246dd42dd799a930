import { routes, type Route } from '../http/index.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../kernel/index.ts';
import { changeChecklist, checklistList, makeChecklist } from './checklists/keep-checklist.ts';
import { inspectionsContract } from './contract.ts';
import { findingList, findingView } from './findings/finding-views.ts';
import { raiseRisk } from './findings/raise-risk.ts';
import { addFinding, changeFinding, explainFinding, recheckFinding } from './findings/save-finding.ts';
import { planners, programmeReaders } from './permissions.ts';
import { cancelInspection, movePlan, planInspection } from './programme/plan-inspection.ts';
import { programmeView } from './visits/programme-view.ts';
import { reportDocument, reportPaper } from './report/inspection-report.ts';
import { answerInspection } from './visits/answer-inspection.ts';
import { inspectionView } from './visits/inspection-views.ts';
import { addPhoto, photoFile, photographable, removePhoto } from './visits/photos.ts';
import { closeInspection, holdInspection, keepWalk } from './visits/walk-inspection.ts';

type OfVisit = { params: { inspectionKey: string } };
/** Acts, and answers with the new view. */
const thenVisit =
  <Input extends OfVisit>(act: (context: Context, actor: Actor, input: Input) => Promise<unknown>) =>
  async (context: Context, actor: Actor, input: Input) => {
    await act(context, actor, input);
    return inspectionView(context, actor, input.params.inspectionKey);
  };
type OfFinding = { params: { findingKey: string } };
const thenFinding =
  <Input extends OfFinding>(act: (context: Context, actor: Actor, input: Input) => Promise<unknown>) =>
  async (context: Context, actor: Actor, input: Input) => {
    await act(context, actor, input);
    return findingView(context, actor, input.params.findingKey);
  };

/** Open to everyone where inspectors or owners of actions may have no role: the acts check ownership. */
export const inspectionRoutes: readonly Route[] = routes(inspectionsContract, {
  'GET /api/inspections': {
    allow: programmeReaders,
    run: (context, actor, { query }) => programmeView(context, actor, query.year),
  },
  'POST /api/inspections': {
    allow: planners,
    run: async (context, actor, { body }) => {
      const { key } = await planInspection(context, actor, body);
      return inspectionView(context, actor, key);
    },
  },
  'GET /api/inspection-checklists': { allow: programmeReaders, run: checklistList },
  'POST /api/inspection-checklists': {
    allow: planners,
    run: (context, actor, { body }) => makeChecklist(context, actor, body),
  },
  'PUT /api/inspection-checklists/:checklistKey': {
    allow: planners,
    run: (context, actor, { params, body }) => changeChecklist(context, actor, params.checklistKey, body),
  },
  'GET /api/inspection-findings': {
    allow: 'everyone',
    run: (context, actor, { query }) => findingList(context, actor, query),
  },
  'GET /api/inspection-findings/:findingKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => findingView(context, actor, params.findingKey),
  },
  'PUT /api/inspection-findings/:findingKey': {
    allow: 'everyone',
    run: thenFinding((context, actor, { params, body }) => changeFinding(context, actor, params.findingKey, body)),
  },
  'PUT /api/inspection-findings/:findingKey/cause': {
    allow: 'everyone',
    run: thenFinding((context, actor, { params, body }) =>
      explainFinding(context, actor, params.findingKey, body.cause),
    ),
  },
  'POST /api/inspection-findings/:findingKey/recheck': {
    allow: 'everyone',
    run: thenFinding((context, actor, { params, body }) => recheckFinding(context, actor, params.findingKey, body)),
  },
  'POST /api/inspection-findings/:findingKey/risk': {
    allow: 'everyone',
    run: thenFinding((context, actor, { params, body }) => raiseRisk(context, actor, params.findingKey, body.assetKey)),
  },
  'GET /api/inspections/:inspectionKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => inspectionView(context, actor, params.inspectionKey),
  },
  'PUT /api/inspections/:inspectionKey': {
    allow: planners,
    run: thenVisit((context, actor, { params, body }) => movePlan(context, actor, params.inspectionKey, body)),
  },
  'POST /api/inspections/:inspectionKey/cancel': {
    allow: planners,
    run: thenVisit((context, actor, { params, body }) =>
      cancelInspection(context, actor, params.inspectionKey, body.reason),
    ),
  },
  'PUT /api/inspections/:inspectionKey/answers': {
    allow: 'everyone',
    run: thenVisit((context, actor, { params, body }) => answerInspection(context, actor, params.inspectionKey, body)),
  },
  'PUT /api/inspections/:inspectionKey/walk': {
    allow: 'everyone',
    run: thenVisit((context, actor, { params, body }) => keepWalk(context, actor, params.inspectionKey, body)),
  },
  'POST /api/inspections/:inspectionKey/hold': {
    allow: 'everyone',
    run: thenVisit((context, actor, { params }) => holdInspection(context, actor, params.inspectionKey)),
  },
  'POST /api/inspections/:inspectionKey/findings': {
    allow: 'everyone',
    run: thenVisit((context, actor, { params, body }) => addFinding(context, actor, params.inspectionKey, body)),
  },
  'POST /api/inspections/:inspectionKey/items/:itemKey/photos': {
    allow: 'everyone',
    before: (context, actor, { inspectionKey }) => void photographable(context, actor, inspectionKey),
    run: thenVisit((context, actor, { params, body }) => addPhoto(context, actor, params, body)),
  },
  'GET /api/inspections/:inspectionKey/photos/:photoKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => photoFile(context, actor, params),
  },
  'DELETE /api/inspections/:inspectionKey/photos/:photoKey': {
    allow: 'everyone',
    run: thenVisit((context, actor, { params }) => removePhoto(context, actor, params)),
  },
  'GET /api/inspections/:inspectionKey/report.docx': {
    allow: 'everyone',
    run: (context, actor, { params }) => reportDocument(context, actor, params.inspectionKey),
  },
  'GET /api/inspections/:inspectionKey/report.pdf': {
    allow: 'everyone',
    run: (context, actor, { params }) => reportPaper(context, actor, params.inspectionKey),
  },
  'POST /api/inspections/:inspectionKey/close': {
    allow: 'everyone',
    run: thenVisit((context, actor, { params, body }) =>
      closeInspection(context, actor, params.inspectionKey, body.summary),
    ),
  },
});
