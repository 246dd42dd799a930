import { approvalPath, ApprovalRequests, approvalSummary, wayView } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { todayOf, type Actor, type PersonId } from '../kernel/index.ts';
import { aboutPerson, mayHandOverFor } from '../obligations/index.ts';
import {
  appointmentState,
  byOffice,
  freshnessOf,
  isFormer,
  People,
  personRef,
  RoleAssignments,
  roleHolders,
  standingOf,
  type RoleAssignment,
} from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import {
  appointedRoles,
  type AppointedBody,
  type AppointedRole,
  type AppointmentRow,
  type AppointmentsView,
  type DecisionRef,
  type ProposalView,
} from './contract.ts';
import { mayPropose, mayRecordMeeting } from './permissions.ts';
import { AppointmentProposals } from './proposal-list.ts';
import { isEditable, proposalPath, proposalWay } from './proposal.ts';
import { allProposals, decidedOn, knownProposal, type KnownProposal } from './proposals.ts';
import { assignmentsTo, coverNow } from './running-out.ts';
import { compareDanish } from '../texts/format.ts';

const lists = [RoleAssignments, AppointmentProposals, ApprovalRequests, People];
/** Former members shown per body, latest first. */
const mostEarlier = 50;

function decisionOf(context: Context, known: KnownProposal): DecisionRef | undefined {
  const on = decidedOn(known);
  if (on === undefined) return undefined;
  const { meeting, key } = known.proposal;
  if (!meeting) return { by: 'vote', on, path: known.request ? approvalPath(known.request.key) : proposalPath(key) };
  const { reference, minutesUrl, by } = meeting;
  return {
    by: 'meeting',
    on,
    path: proposalPath(key),
    reference,
    recordedBy: personRef(context, by),
    ...(minutesUrl === undefined ? {} : { minutesUrl }),
  };
}

function decisionOfAssignment(context: Context, { decisionKey }: RoleAssignment): DecisionRef | undefined {
  const proposal = decisionKey === undefined ? undefined : context.list(AppointmentProposals).get(decisionKey);
  return proposal && decisionOf(context, knownProposal(context, proposal));
}

/** The page to hand over a former member's work, if permitted. */
const handOver = (context: Context, actor: Actor, personId: PersonId) =>
  mayHandOverFor(actor, aboutPerson(context, personId))
    ? { handOverPath: `/hand-overs/${encodeURIComponent(personId)}` }
    : {};

function assignedRow(context: Context, actor: Actor, assignment: Stored<RoleAssignment>): AppointmentRow {
  const { personId, chair, startsOn, endsOn } = assignment;
  const decision = decisionOfAssignment(context, assignment);
  const state = standingOf(appointmentState(assignment, todayOf(context.clock)), isFormer(context, personId));
  const isOver = state === 'ended' || state === 'left';
  const office = byOffice(roleHolders(context), assignment.role).find(({ person }) => person.key === personId)?.office;
  return {
    person: personRef(context, personId),
    chair,
    startsOn,
    state,
    basis: decision ? 'decided' : 'none',
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(office ? { office } : {}),
    ...(decision ? { decision } : {}),
    ...(isOver ? handOver(context, actor, personId) : {}),
  };
}

const byChairAndName = (one: AppointmentRow, other: AppointmentRow) =>
  Number(other.chair) - Number(one.chair) || compareDanish(one.person.name, other.person.name);

const isWithoutDecision = ({ basis, state }: AppointmentRow): boolean =>
  state !== 'left' && (basis === 'none' || basis === 'group');

/** Appointments that Direktionen has decided and that have not begun, the earliest first. */
const decidedToCome = (rows: readonly AppointmentRow[]) =>
  rows
    .flatMap(({ state, basis, startsOn, person }) =>
      state === 'future' && basis === 'decided' && startsOn !== undefined ? [{ startsOn, person }] : [],
    )
    .sort(
      (one, other) => one.startsOn.localeCompare(other.startsOn) || compareDanish(one.person.name, other.person.name),
    );

function comingOf(rows: readonly AppointmentRow[]): AppointedBody['coming'] {
  const toCome = decidedToCome(rows);
  const [first] = toCome;
  if (!first) return undefined;
  const { startsOn } = first;
  return { startsOn, people: toCome.filter((one) => one.startsOn === startsOn).map(({ person }) => person) };
}

/** A holder without a decision may be decided from a coming day on. */
function withComing(row: AppointmentRow, rows: readonly AppointmentRow[]): AppointmentRow {
  if (!isWithoutDecision(row)) return row;
  const own = decidedToCome(rows).find(({ person }) => person.id === row.person.id);
  return own ? { ...row, decidedFrom: own.startsOn } : row;
}

function bodyOf(context: Context, actor: Actor, role: AppointedRole): AppointedBody {
  const rows = assignmentsTo(context, role)
    // Without those that never came into force.
    .filter(({ startsOn, endsOn }) => endsOn === undefined || endsOn >= startsOn)
    .map((assignment) => assignedRow(context, actor, assignment));
  const otherwise = roleHolders(context)
    .filter(({ held, assignment }) => held.role === role && !assignment)
    .map(({ person, office }): AppointmentRow => ({
      person: personRef(context, person.key),
      chair: false,
      state: 'current',
      ...(office ? { basis: 'office', office } : { basis: 'group' }),
    }));
  const coming = comingOf(rows);
  const members = [...rows.filter(({ state }) => state !== 'ended'), ...otherwise].map((row) => withComing(row, rows));
  const { until, owed } = coverNow(context, role);
  const today = todayOf(context.clock);
  return {
    role,
    members: members.sort(byChairAndName),
    earlier: rows
      .filter(({ state }) => state === 'ended')
      .sort((one, other) => (other.endsOn ?? '').localeCompare(one.endsOn ?? '') || byChairAndName(one, other))
      .slice(0, mostEarlier),
    ...(until === undefined ? {} : { runsOutOn: until }),
    ...(owed ? { renew: { due: owed.due, overdue: owed.due < today } } : {}),
    ...(coming ? { coming } : {}),
    withoutDecision: coming ? 0 : members.filter(isWithoutDecision).length,
    abilities: { propose: mayPropose(actor) },
  };
}

const rowOf = (context: Context, { proposal, state }: KnownProposal) => {
  const { key, role, startsOn, endsOn, members, proposedBy, changedAt } = proposal;
  const about = { key, role, state, startsOn, endsOn, changedAt };
  return { ...about, people: members.length, proposedBy: personRef(context, proposedBy) };
};

export const appointmentsOf = (context: Context, actor: Actor): AppointmentsView => ({
  bodies: appointedRoles.map((role) => bodyOf(context, actor, role)),
  proposals: allProposals(context).map((known) => rowOf(context, known)),
  freshness: freshnessOf(context, ...lists),
});

export function proposalView(context: Context, actor: Actor, known: KnownProposal): ProposalView {
  const { proposal, request, state } = known;
  const { role, members, reason, changedBy } = proposal;
  const holders = roleHolders(context).filter(({ held }) => held.role === role);
  const office = byOffice(roleHolders(context), role);
  const proposed = new Set<string>([
    ...members.map(({ personId }) => personId),
    ...office.map(({ person }) => person.key),
  ]);
  const decision = decisionOf(context, known);
  const edits = isEditable(state);
  const writes = edits && mayPropose(actor);
  return {
    ...rowOf(context, known),
    members: members.map(({ personId, chair }) => ({ person: personRef(context, personId), chair })),
    byOffice: office.map((one) => ({ person: personRef(context, one.person.key), office: one.office })),
    leaving: holders
      .filter(({ person }) => state !== 'decided' && state !== 'withdrawn' && !proposed.has(person.key))
      .map(({ person }) => personRef(context, person.key)),
    reason,
    changedBy: personRef(context, changedBy),
    ...(request ? { approval: approvalSummary(context, request) } : {}),
    way: wayView(context, proposalWay, writes ? actor.personId : undefined),
    ...(decision ? { decision } : {}),
    abilities: {
      edit: writes,
      submit: writes,
      discard: writes && request === undefined,
      record: edits && mayRecordMeeting(actor, proposal),
    },
    freshness: freshnessOf(context, ...lists),
  };
}
