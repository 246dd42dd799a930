import { editing } from '../edits/index.ts';
import { allow, from, routes, thenView, type Route } from '../http/index.ts';
import { governanceContract } from './contract.ts';
import { dutiesViewOf } from './duties/duty-views.ts';
import { dutiesWorkbook } from './duties/duties-workbook.ts';
import { askForAreas, recordAreas } from './management/approve-areas.ts';
import { managementDocument, managementWorkbook } from './management/management-files.ts';
import { managementViewOf } from './management/management-view.ts';
import { addSubject, changeSubject, removeSubject, writeIntro } from './orientation/collect-subjects.ts';
import { collect, collectedFromPages } from './orientation/collect-from-pages.ts';
import { introEtag, orientationViewOf } from './orientation/orientation-view.ts';
import { orientationDraft, sendOrientation, sentDocument } from './orientation/send-orientation.ts';
import { governanceKeepers, governanceReaders } from './permissions.ts';

const thenManagementViewOf = thenView(managementViewOf);
const thenOrientationViewOf = thenView(orientationViewOf);

export const governanceRoutes: readonly Route[] = routes(governanceContract, {
  'GET /api/governance/duties': allow(governanceReaders, from(dutiesViewOf, 'query')),
  'GET /api/governance/duties.xlsx': allow(governanceReaders, from(dutiesWorkbook, 'query')),
  'GET /api/governance/management': allow(governanceReaders, (context, actor) => managementViewOf(context, actor)),
  'POST /api/governance/management/ask': allow(governanceKeepers, thenManagementViewOf(from(askForAreas, 'body'))),
  'POST /api/governance/management/record': allow(governanceKeepers, thenManagementViewOf(from(recordAreas, 'body'))),
  'GET /api/governance/management.xlsx': allow(governanceReaders, (context, actor) =>
    managementWorkbook(context, actor),
  ),
  'GET /api/governance/management.docx': allow(governanceReaders, (context, actor) =>
    managementDocument(context, actor),
  ),
  'GET /api/governance/orientation': allow(governanceReaders, (context, actor) => orientationViewOf(context, actor)),
  'PUT /api/governance/orientation/intro': allow(
    governanceKeepers,
    editing((context) => introEtag(context), thenOrientationViewOf(from(writeIntro, 'body.intro'))),
  ),
  'POST /api/governance/orientation/subjects': allow(
    governanceKeepers,
    thenOrientationViewOf(from(addSubject, 'body')),
  ),
  'GET /api/governance/orientation/collected': allow(governanceReaders, (context) => collectedFromPages(context)),
  'POST /api/governance/orientation/collect': allow(governanceKeepers, from(collect, 'body')),
  'PUT /api/governance/orientation/subjects/:subjectKey': allow(
    governanceKeepers,
    thenOrientationViewOf(from(changeSubject, 'subjectKey', 'body')),
  ),
  'DELETE /api/governance/orientation/subjects/:subjectKey': allow(
    governanceKeepers,
    async (context, actor, { params }) => {
      await removeSubject(context, actor, params.subjectKey);
      return undefined;
    },
  ),
  'GET /api/governance/orientation.docx': allow(governanceReaders, (context) => orientationDraft(context)),
  'POST /api/governance/orientation/send': allow(
    governanceKeepers,
    thenOrientationViewOf(from(sendOrientation, 'body.seen')),
  ),
  'GET /api/governance/orientations/:orientationKey/document': allow(governanceReaders, (context, _actor, { params }) =>
    sentDocument(context, params.orientationKey),
  ),
});
