import type { z } from 'zod';
import type { Context } from '../context.ts';
import {
  assignableRoles,
  daysBetween,
  todayOf,
  type Actor,
  type Instant,
  type LocalDate,
  type Obligation,
  type PersonId,
} from '../kernel/index.ts';
import { Centres } from './centre-list.ts';
import type { heldRoleView, MeView, ObligationView } from './contract.ts';
import { freshnessOf } from './freshness.ts';
import { centreRef, findPerson, personRef } from './people.ts';
import { managedCentres, keepsAll, mayAssignRoles, maySeeAssignments, maySeeOperations } from './permissions.ts';
import { shippedIn } from '../texts/shipped-words.ts';
import { leaveOf } from './person.ts';
import { People, type Person } from './person-list.ts';
import { RoleAssignments } from './role-assignment-list.ts';
import { coordinatorsOf, heldBy, managersOf, type RoleHolder } from './roles.ts';
import { orWhileHeld, type ListDefinition } from '../sharepoint/index.ts';
import { isWorkingTime, workingTimeFrom } from '../working-days.ts';

/** Data of a person from the features above, unknown to the organisation; supplied by `teams-app/program/routes.ts`. */
export interface Mine {
  /** What the person owes, done ones too. */
  obligationsOf(context: Context, actor: Actor): readonly Obligation[];
  /** What the obligations are derived from. */
  listsOfObligations?(context: Context): readonly ListDefinition<{ key: string }>[];
  seesCoverage(actor: Actor): boolean;
  publishesPolicy(actor: Actor): boolean;
  seesCentres?(actor: Actor): boolean;
  seesWheel(actor: Actor): boolean;
  seesApprovals?(context: Context, actor: Actor): boolean;
  seesMeasures?(actor: Actor): boolean;
  seesFigures?(actor: Actor): boolean;
  seesRisks?(actor: Actor): boolean;
  seesPeople?(actor: Actor): boolean;
  ownsAssets?(context: Context, actor: Actor): boolean;
  informsCouncil?(actor: Actor): boolean;
  boardOf?(actor: Actor): MeView['abilities']['board'];
  /** Card presses of the person that are promised but not carried out; oldest first. */
  comingFor?(personId: PersonId): readonly { verb: string; pressedAt: Instant }[];
}

function ownLeave(context: Context, person: Person, today: LocalDate): Pick<MeView, 'leave'> {
  const leave = leaveOf(person);
  if (!leave || leave.to < today) return {};
  const { key, absenceBy: by } = person;
  return { leave: { ...leave, ...(by === undefined || by === key ? {} : { by: personRef(context, by) }) } };
}

/** In the order of the roles, however the appointments came. */
const byRole = ({ held: one }: RoleHolder, { held: other }: RoleHolder): number =>
  assignableRoles.findIndex((role) => role === one.role) - assignableRoles.findIndex((role) => role === other.role) ||
  (one.centreId ?? '').localeCompare(other.centreId ?? '');

/** The reader, their debts and whom to ask (R7, R16). */
export function meOf(context: Context, actor: Actor, mine: Mine): MeView {
  const person = findPerson(context, actor.personId);
  const centre = centreRef(context, actor.centreId);
  const today = todayOf(context.clock);
  const now = context.clock.now();
  const board = mine.boardOf?.(actor);
  return {
    person: {
      ...personRef(context, actor.personId),
      language: actor.language,
      ...(person?.hiredOn === undefined ? {} : { hiredOn: person.hiredOn }),
    },
    organisation: context.organisation.name,
    today,
    ...(isWorkingTime(now) ? {} : { cardsAt: workingTimeFrom(now) }),
    roles: heldBy(context, actor.personId)
      .toSorted(byRole)
      .map((holder) => heldRole(context, holder)),
    ...(person ? ownLeave(context, person, today) : {}),
    ...(centre ? { centre } : {}),
    coordinators: coordinatorsOf(context, actor.centreId).map(({ key, mail }) => ({
      ...personRef(context, key),
      ...(mail === undefined ? {} : { mail }),
    })),
    // Nobody is one's own manager.
    managers: managersOf(context, actor.centreId)
      .filter(({ key }) => key !== actor.personId)
      .map(({ key }) => personRef(context, key)),
    obligations: mine
      .obligationsOf(context, actor)
      .filter(({ state }) => state === 'open')
      .map((obligation) => ownObligationView(context, actor, obligation, today))
      .sort((one, other) => one.due.localeCompare(other.due)),
    coming: [...(mine.comingFor?.(actor.personId) ?? [])],
    abilities: {
      seeCoverage: mine.seesCoverage(actor),
      publishPolicy: mine.publishesPolicy(actor),
      assignRoles: mayAssignRoles(actor),
      seeOperations: maySeeOperations(actor),
      seeRoles: maySeeAssignments(actor),
      keepAll: keepsAll(actor),
      keep: managedCentres(actor),
      seeCentres: mine.seesCentres?.(actor) === true,
      seeWheel: mine.seesWheel(actor),
      seeApprovals: orWhileHeld(() => mine.seesApprovals?.(context, actor) === true, false),
      seeMeasures: mine.seesMeasures?.(actor) === true,
      seeFigures: mine.seesFigures?.(actor) === true,
      seeRisks: mine.seesRisks?.(actor) === true,
      seePeople: mine.seesPeople?.(actor) === true,
      ownAssets: orWhileHeld(() => mine.ownsAssets?.(context, actor) === true, false),
      ...(mine.informsCouncil?.(actor) ? { informCouncil: true } : {}),
      ...(board === undefined ? {} : { board }),
    },
    freshness: freshnessOf(context, People, Centres, RoleAssignments, ...(mine.listsOfObligations?.(context) ?? [])),
  };
}

/** View of an obligation. */
export const obligationViewOf = (context: Context, obligation: Obligation, today: LocalDate): ObligationView => {
  const { key, kind, subject, due, since, path, state, personal, passed } = obligation;
  const from = passed?.from === undefined ? {} : { from: personRef(context, passed.from) };
  return {
    key,
    kind,
    title: subject.title,
    due,
    since,
    daysLeft: daysBetween(today, due),
    path,
    state,
    personal,
    // One votes as a member of a body.
    own: personal && kind !== 'vote',
    ...(passed ? { passed: { reason: passed.reason, ...from, ...(passed.note ? { note: passed.note } : {}) } } : {}),
  };
};

/** The centre of an obligation that is not in the person's own; whoever keeps several owes the same in each. */
export function centreElsewhere(context: Context, obligation: Obligation): string | undefined {
  const { personal, centreId, personId } = obligation;
  const isOwn = personal || centreId === findPerson(context, personId)?.centreId;
  return isOwn ? undefined : centreRef(context, centreId)?.title;
}

/** The same where its owner reads it without a column of centres: its title names another than the own. */
export function ownObligationView(
  context: Context,
  { language }: Actor,
  obligation: Obligation,
  today: LocalDate,
): ObligationView {
  const view = obligationViewOf(context, obligation, today);
  const elsewhere = centreElsewhere(context, obligation);
  if (elsewhere === undefined || view.title.includes(elsewhere)) return view;
  return { ...view, title: `${shippedIn(view.title, language)} – ${elsewhere}` };
}

function heldRole(context: Context, { held, assignment }: RoleHolder): z.output<typeof heldRoleView> {
  const centre = centreRef(context, held.centreId);
  return {
    role: held.role,
    ...(centre ? { centre } : {}),
    ...(assignment ? { startsOn: assignment.startsOn } : {}),
    ...(assignment?.endsOn === undefined ? {} : { endsOn: assignment.endsOn }),
  };
}
