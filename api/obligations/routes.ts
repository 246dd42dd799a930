import { editing } from '../edits/index.ts';
import { allow, from, routes, type Route } from '../http/route.ts';
import type { LocalDate, PersonId } from '../kernel/index.ts';
import { absenceEtag, absenceView } from './absence-view.ts';
import { endAbsence, recordAbsence, requireAbsenceRight } from './absence.ts';
import { centresView } from './centre-status.ts';
import { obligationsContract } from './contract.ts';
import { endHandOver } from './end-hand-over.ts';
import { handOver } from './hand-over.ts';
import { handOverList, myObligations } from './my-obligations.ts';
import { handOverViewOf } from './obligation-rows.ts';
import { obligationsWorkbook } from './obligations-workbook.ts';
import { peopleObligations } from './people-obligations.ts';
import { followers, namesReaders } from './permissions.ts';

export const obligationsRoutes: Route[] = routes(obligationsContract, {
  'GET /api/obligations': allow('everyone', from(myObligations, 'query')),
  'GET /api/obligations/centres': allow(followers, centresView),
  'GET /api/obligations/people': allow(namesReaders, from(peopleObligations, 'query')),
  'GET /api/obligations/people.xlsx': allow(namesReaders, from(obligationsWorkbook, 'query')),
  'GET /api/obligations/hand-overs': allow(namesReaders, handOverList),
  'POST /api/obligations/hand-over': allow(
    'everyone',
    (context, actor, { body: { fromPersonId, toPersonId, keys, until, note } }) =>
      handOver(context, actor, {
        fromPersonId: fromPersonId as PersonId,
        toPersonId: toPersonId as PersonId,
        note,
        ...(keys === undefined ? {} : { keys }),
        ...(until === undefined ? {} : { until: until as LocalDate }),
      }),
  ),
  'POST /api/obligations/hand-overs/:key/end': allow('everyone', async (context, actor, { params }) =>
    handOverViewOf(context, actor, await endHandOver(context, actor, params.key)),
  ),
  'GET /api/absences/:personId': allow('everyone', (context, actor, { params }) =>
    absenceView(context, actor, params.personId as PersonId),
  ),
  'PUT /api/absences/:personId': allow(
    'everyone',
    editing(
      (context, { params }, actor) => {
        const personId = params.personId as PersonId;
        requireAbsenceRight(context, actor, personId);
        return absenceEtag(context, personId);
      },
      async (context, actor, { params, body: { from, to, standInId } }) => {
        const personId = params.personId as PersonId;
        const leave = { personId, from: from as LocalDate, ...(to === undefined ? {} : { to: to as LocalDate }) };
        await recordAbsence(context, actor, { ...leave, standInId: standInId as PersonId | undefined });
        return absenceView(context, actor, personId);
      },
    ),
  ),
  'DELETE /api/absences/:personId': allow('everyone', async (context, actor, { params }) => {
    const personId = params.personId as PersonId;
    await endAbsence(context, actor, personId);
    return absenceView(context, actor, personId);
  }),
});
