import type { Context } from '../../context.ts';
import {
  assignableRoles,
  holds,
  isCentreRole,
  type Actor,
  type AssignableRole,
  type Role,
} from '../../kernel/index.ts';
import { seatsOf } from '../../organisation/index.ts';
import { maySeeAllApprovals } from '../permissions.ts';
import type { Agenda } from '../request-list.ts';

const makers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
/** Roles admitted to changes of an agenda: those who prepare meetings, and members (the chair may). */
export const agendaMakers = [
  ...makers,
  'securityCommittee',
  'corporateManagement',
  'executiveBoard',
] as const satisfies readonly Role[];

const chairs = (context: Context, { personId }: Actor, body: AssignableRole): boolean =>
  seatsOf(context, body).some(({ chair, holder }) => chair && holder === personId);

/** The security team and the CISO prepare any meeting, a body's chair its own (R12, R14). */
export const mayMakeAgenda = (context: Context, actor: Actor, body: AssignableRole): boolean =>
  !isCentreRole(body) && (holds(actor, ...makers) || chairs(context, actor, body));

export const mayMakeAgendas = (context: Context, actor: Actor): boolean =>
  assignableRoles.some((body) => mayMakeAgenda(context, actor, body));

/** Members see sent agendas; drafts are for their makers and general readers. */
export function maySeeAgenda(context: Context, actor: Actor, { body, state }: Agenda): boolean {
  if (mayMakeAgenda(context, actor, body) || holds(actor, 'auditor')) return true;
  if (state === 'draft') return false;
  const { personId } = actor;
  const isMember = seatsOf(context, body).some((seat) => seat.holder === personId || seat.actor === personId);
  return isMember || maySeeAllApprovals(actor);
}
