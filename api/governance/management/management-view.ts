import { WheelTasks } from '../../annual-wheel/index.ts';
import { Agendas, approvalPath, ApprovalRequests, maySeeAgenda, maySeeApproval } from '../../approvals/index.ts';
import { completionsBy, Courses } from '../../awareness/index.ts';
import type { Context } from '../../context.ts';
import { todayOf, type Actor, type AssignableRole, type PersonId } from '../../kernel/index.ts';
import { freshnessOf, personRef, roleHolders } from '../../organisation/index.ts';
import { Controls } from '../../standards/index.ts';
import type { ManagementDutyView } from '../contract.ts';
import { evidenceView } from '../duties/duty-views.ts';
import { latestFirst, type Evidence } from '../duties/duty.ts';
import { decidedBy, tasksDone } from '../duties/records.ts';
import { mayKeepOrientation } from '../permissions.ts';
import { managementBodies } from './area-approval.ts';
import { compareDanish } from '../../texts/format.ts';
import { areaRows } from './areas.ts';

/** Wheel activities that count as supervision. */
const reviews = ['managementReview', 'executiveFollowUp', 'managementFollowUp'];
const mostSupervision = 10;

/** Management's supervision of the measures: reviews, decisions, and meetings, latest first. */
function supervision(context: Context, bodies: readonly AssignableRole[]): Evidence[] {
  const reviewed = tasksDone(
    context,
    ({ role, catalogueKey = '' }) => bodies.includes(role) && reviews.includes(catalogueKey),
  );
  const decided = bodies.flatMap((body) =>
    (decidedBy(context).get(body) ?? []).map(({ request, on }): Evidence => ({
      on,
      title: request.title,
      path: approvalPath(request.key),
      opens: (now, actor) => maySeeApproval(now, actor, request),
    })),
  );
  const met = context
    .list(Agendas)
    .all()
    .filter(({ body, closedAt }) => bodies.includes(body) && closedAt !== undefined)
    .map((agenda): Evidence => ({
      on: agenda.meetsOn,
      title: agenda.title,
      path: `/approvals/agendas/${encodeURIComponent(agenda.key)}`,
      opens: (now, actor) => maySeeAgenda(now, actor, agenda),
    }));
  const today = todayOf(context.clock);
  return [...reviewed, ...decided, ...met]
    .filter(({ on }) => on <= today)
    .sort(latestFirst)
    .slice(0, mostSupervision);
}

/** Members of management, with their latest completion of each course. */
function members(context: Context, bodies: readonly AssignableRole[]): ManagementDutyView['members'] {
  const courses = context.list(Courses).all();
  const seats = roleHolders(context).filter(({ held }) => bodies.includes(held.role));
  const each = new Map(seats.map(({ person, held }) => [`${held.role} ${person.key}`, { person, body: held.role }]));
  const inOrder = [...each.values()].sort(
    (one, other) =>
      bodies.indexOf(one.body) - bodies.indexOf(other.body) || compareDanish(one.person.title, other.person.title),
  );
  return inOrder.map(({ person, body }) => ({
    person: personRef(context, person.key as PersonId),
    body,
    courses: courses
      .flatMap(({ key, title }) => {
        const taken = completionsBy(context, key, person.key as PersonId).at(-1);
        return taken ? [{ title, on: taken.completedOn }] : [];
      })
      .sort((one, other) => other.on.localeCompare(one.on) || compareDanish(one.title, other.title)),
  }));
}

/** NIS 2-loven § 7: management approves and supervises the measures, and takes courses. From memory. */
export function managementViewOf(context: Context, actor: Actor): ManagementDutyView {
  const bodies = managementBodies(context);
  return {
    day: todayOf(context.clock),
    bodies: [...bodies],
    areas: areaRows(context, actor, bodies),
    supervision: supervision(context, bodies).map((one) => evidenceView(context, actor, one)),
    members: members(context, bodies),
    abilities: { ask: mayKeepOrientation(actor) },
    freshness: freshnessOf(context, ApprovalRequests, Controls, WheelTasks, Courses),
  };
}
