import { routes, type Route } from '../http/index.ts';
import { governanceContract } from './contract.ts';
import { dutiesViewOf } from './duties/duty-views.ts';
import { dutiesWorkbook } from './duties/duties-workbook.ts';
import { askForAreas, recordAreas } from './management/approve-areas.ts';
import { managementDocument, managementWorkbook } from './management/management-files.ts';
import { managementViewOf } from './management/management-view.ts';
import { addSubject, changeSubject, removeSubject, writeIntro } from './orientation/collect-subjects.ts';
import { collect, collectedOf } from './orientation/collect-from-pages.ts';
import { orientationViewOf } from './orientation/orientation-view.ts';
import { orientationDraft, sendOrientation, sentDocument } from './orientation/send-orientation.ts';
import { governanceKeepers, governanceReaders } from './permissions.ts';

export const governanceRoutes: readonly Route[] = routes(governanceContract, {
  'GET /api/governance/duties': {
    allow: governanceReaders,
    run: (context, actor, { query }) => dutiesViewOf(context, actor, query),
  },
  'GET /api/governance/duties.xlsx': {
    allow: governanceReaders,
    run: (context, actor, { query }) => dutiesWorkbook(context, actor, query),
  },
  'GET /api/governance/management': {
    allow: governanceReaders,
    run: (context, actor) => managementViewOf(context, actor),
  },
  'POST /api/governance/management/ask': {
    allow: governanceKeepers,
    run: async (context, actor, { body }) => {
      await askForAreas(context, actor, body);
      return managementViewOf(context, actor);
    },
  },
  'POST /api/governance/management/record': {
    allow: governanceKeepers,
    run: async (context, actor, { body }) => {
      await recordAreas(context, actor, body);
      return managementViewOf(context, actor);
    },
  },
  'GET /api/governance/management.xlsx': {
    allow: governanceReaders,
    run: (context, actor) => managementWorkbook(context, actor),
  },
  'GET /api/governance/management.docx': {
    allow: governanceReaders,
    run: (context, actor) => managementDocument(context, actor),
  },
  'GET /api/governance/orientation': {
    allow: governanceReaders,
    run: (context, actor) => orientationViewOf(context, actor),
  },
  'PUT /api/governance/orientation/intro': {
    allow: governanceKeepers,
    run: async (context, actor, { body }) => {
      await writeIntro(context, actor, body.intro);
      return orientationViewOf(context, actor);
    },
  },
  'POST /api/governance/orientation/subjects': {
    allow: governanceKeepers,
    run: async (context, actor, { body }) => {
      await addSubject(context, actor, body);
      return orientationViewOf(context, actor);
    },
  },
  'GET /api/governance/orientation/collected': {
    allow: governanceReaders,
    run: (context) => collectedOf(context),
  },
  'POST /api/governance/orientation/collect': {
    allow: governanceKeepers,
    run: (context, actor, { body }) => collect(context, actor, body),
  },
  'PUT /api/governance/orientation/subjects/:subjectKey': {
    allow: governanceKeepers,
    run: async (context, actor, { params, body }) => {
      await changeSubject(context, actor, params.subjectKey, body);
      return orientationViewOf(context, actor);
    },
  },
  'DELETE /api/governance/orientation/subjects/:subjectKey': {
    allow: governanceKeepers,
    run: async (context, actor, { params }) => {
      await removeSubject(context, actor, params.subjectKey);
      return undefined;
    },
  },
  'GET /api/governance/orientation.docx': {
    allow: governanceReaders,
    run: (context) => orientationDraft(context),
  },
  'POST /api/governance/orientation/send': {
    allow: governanceKeepers,
    run: async (context, actor, { body }) => {
      await sendOrientation(context, actor, body.seen);
      return orientationViewOf(context, actor);
    },
  },
  'GET /api/governance/orientations/:orientationKey/document': {
    allow: governanceReaders,
    run: (context, _actor, { params }) => sentDocument(context, params.orientationKey),
  },
});
