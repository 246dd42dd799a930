import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { isOwnRepeat, says } from '../edits/index.ts';
import {
  conflict,
  forbidden,
  invalid,
  nowOf,
  repeatableKey,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { byOffice, hasLeft, personRef, roleHolders } from '../organisation/index.ts';
import { createOnce, type Stored } from '../sharepoint/index.ts';
import type { ProposalBody } from './contract.ts';
import { mayPropose } from './permissions.ts';
import { AppointmentProposals, type AppointmentProposal } from './proposal-list.ts';
import { isEditable } from './proposal.ts';
import { proposalOrThrow, proposalTurn } from './proposals.ts';

type Fields = Pick<AppointmentProposal, 'title' | 'role' | 'members' | 'startsOn' | 'endsOn' | 'reason'>;

function requireProposer(actor: Actor): void {
  if (!mayPropose(actor)) throw forbidden('appointments.mayNotPropose');
}

/** One CISO; a committee with one chair. Members by office are not proposed (R11). */
function fieldsOf(context: Context, { role, members, startsOn, endsOn, reason }: ProposalBody): Fields {
  if (endsOn < startsOn) throw invalid('organisation.endsBeforeStart', { field: 'endsOn' });
  const ids = members.map(({ personId }) => personId);
  if (new Set(ids).size < ids.length) throw invalid('appointments.twice', { field: 'members' });
  const gone = ids.find((personId) => hasLeft(context, personId));
  if (gone !== undefined)
    throw invalid('appointments.hasLeft', { field: 'members', name: personRef(context, gone).name });
  if (role === 'ciso' && ids.length !== 1) throw invalid('appointments.oneCiso', { field: 'members' });
  const chairs = members.filter(({ chair }) => chair).length;
  if (role === 'securityCommittee' && chairs !== 1) throw invalid('appointments.oneChair', { field: 'members' });
  const known = byOffice(roleHolders(context), role).find(({ person }) => ids.includes(person.key));
  if (known) throw invalid('appointments.byOffice', { field: 'members', name: known.person.title });
  return {
    title: `${role} ${startsOn}`,
    role,
    startsOn: startsOn as LocalDate,
    endsOn: endsOn as LocalDate,
    reason,
    members: members.map(({ personId, chair = false }) => ({
      personId: personId as PersonId,
      name: personRef(context, personId).name,
      chair: role === 'securityCommittee' && chair,
    })),
  };
}

/** Creates a proposal (R11). 4 resource units. Throws AppError: forbidden, invalid, unavailable. */
export async function proposeAppointment(
  context: Context,
  actor: Actor,
  body: ProposalBody,
): Promise<Stored<AppointmentProposal>> {
  requireProposer(actor);
  const now = nowOf(context.clock);
  const made = { proposedBy: actor.personId, proposedAt: now, changedAt: now, changedBy: actor.personId };
  const proposal = { key: repeatableKey(actor, 'appointment'), ...fieldsOf(context, body), ...made };
  const record = await createOnce(context.list(AppointmentProposals), proposal, ['proposedAt', 'changedAt']);
  const about = { act: 'proposeAppointment', subjectKey: record.key, actorId: actor.personId, at: record.proposedAt };
  await recordAct(context, { ...about, details: { role: record.role, startsOn: record.startsOn } });
  return record;
}

/**
 * Changes a proposal that is not under decision. 4 resource units. Throws AppError: forbidden, missing, invalid,
 * conflict `appointments.notEditable`, and `appointments.changedMeanwhile` when changed since `seen`, unavailable.
 */
export async function changeProposal(
  context: Context,
  actor: Actor,
  key: string,
  body: ProposalBody,
): Promise<Stored<AppointmentProposal>> {
  requireProposer(actor);
  requireEditable(context, key);
  const now = nowOf(context.clock);
  const fields = fieldsOf(context, body);
  let isNews = true;
  const changed = await oneAtATime(context, proposalTurn(key), () =>
    context.list(AppointmentProposals).update(key, (current) => {
      requireEditable(context, key);
      if (current.discardedAt !== undefined || current.meeting) throw conflict('appointments.notEditable');
      if (body.expected !== undefined && body.expected !== current.changedAt) {
        if (isOwnRepeat(current, actor, fields)) return undefined;
        throw conflict('appointments.changedMeanwhile', { name: personRef(context, current.changedBy).name });
      }
      isNews = !says(current, fields);
      return isNews ? { ...fields, changedAt: now, changedBy: actor.personId } : undefined;
    }),
  );
  if (!isNews) return changed;
  const at = changed.changedAt ?? now;
  await recordAct(context, { act: 'changeAppointment', subjectKey: key, actorId: actor.personId, at, occasion: at });
  return changed;
}

/** Discards a draft; it stays in the list, marked. Idempotent. Throws AppError as above. */
export async function discardProposal(context: Context, actor: Actor, key: string): Promise<void> {
  requireProposer(actor);
  await oneAtATime(context, proposalTurn(key), async () => {
    if (context.list(AppointmentProposals).get(key)?.discardedAt === undefined) requireEditable(context, key);
    const now = nowOf(context.clock);
    const discarded = await context.list(AppointmentProposals).update(key, (current) => {
      if (current.discardedAt !== undefined) return undefined;
      if (current.meeting) throw conflict('appointments.notEditable');
      return { discardedAt: now, discardedBy: actor.personId };
    });
    const { discardedBy: actorId = actor.personId, discardedAt: at = now } = discarded;
    await recordAct(context, { act: 'discardAppointment', subjectKey: key, actorId, at });
  });
}

function requireEditable(context: Context, key: string): void {
  if (!isEditable(proposalOrThrow(context, key).state)) throw conflict('appointments.notEditable');
}
