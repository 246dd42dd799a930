import { allow, from, routes, type Route } from '../http/route.ts';
import type { CentreId, LocalDate, PersonId } from '../kernel/index.ts';
import { assignRole } from './assign-role.ts';
import { organisationContract } from './contract.ts';
import { endRole } from './end-role.ts';
import { findPeople } from './find-people.ts';
import { meOf, type Mine } from './me-view.ts';
import { nameDeputy } from './name-deputy.ts';
import { assignmentList, assignmentOf, centreDetail, organisationOf } from './organisation-views.ts';
import { appointers, assignmentReaders, peopleFinders, wholeKeepers } from './permissions.ts';
import { placeDepartment } from './place-department.ts';
import { everyEmployeeReaders } from './visible-employees.ts';
import { departmentsWithoutCentre, withoutCentreWorkbook } from './without-centre.ts';

/** The organisation's endpoints; `mine` adds the data of other features to a person's page. */
export const organisationRoutes = (mine: Mine): Route[] =>
  routes(organisationContract, {
    'GET /api/me': allow('everyone', (context, actor) => meOf(context, actor, mine)),
    'GET /api/organisation': allow('everyone', organisationOf),
    'GET /api/organisation/centres/:centreId': allow('everyone', (context, actor, { params }) =>
      centreDetail(context, actor, params.centreId as CentreId),
    ),
    'GET /api/organisation/without-centre': allow(everyEmployeeReaders, departmentsWithoutCentre),
    'GET /api/organisation/without-centre.xlsx': allow(everyEmployeeReaders, from(withoutCentreWorkbook, 'query')),
    'PUT /api/organisation/departments': allow(wholeKeepers, async (context, actor, { body }) => {
      const { department, centreId } = body;
      await placeDepartment(context, actor, {
        department,
        centreId: centreId as CentreId,
        from: body.from as CentreId | undefined,
      });
      return departmentsWithoutCentre(context, actor);
    }),
    'GET /api/organisation/assignments': allow(assignmentReaders, assignmentList),
    'POST /api/organisation/assignments': allow(
      appointers,
      async (context, actor, { body: { personId, centreId, startsOn, endsOn, role, chair } }) =>
        assignmentOf(
          context,
          actor,
          await assignRole(context, actor, {
            personId: personId as PersonId,
            role,
            chair,
            startsOn: startsOn as LocalDate,
            ...(centreId === undefined ? {} : { centreId: centreId as CentreId }),
            ...(endsOn === undefined ? {} : { endsOn: endsOn as LocalDate }),
          }),
        ),
    ),
    'POST /api/organisation/assignments/:key/end': allow(appointers, async (context, actor, { params, body }) =>
      assignmentOf(
        context,
        actor,
        await endRole(context, actor, { key: params.key, endsOn: body.endsOn as LocalDate }),
      ),
    ),
    // Holders of any role may; the act checks.
    'POST /api/organisation/assignments/:key/deputy': allow(
      'everyone',
      async (context, actor, { params: { key }, body: { personId } }) => {
        const deputy = personId === undefined ? {} : { deputyId: personId as PersonId };
        return assignmentOf(context, actor, await nameDeputy(context, actor, { key, ...deputy }));
      },
    ),
    'GET /api/people': allow(peopleFinders, (context, _actor, { query }) => ({ people: findPeople(context, query.q) })),
  });
