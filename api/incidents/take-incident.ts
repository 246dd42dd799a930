import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { forbidden, saidAt, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { incidentTakenKind, takenSubject, tell } from './campaigns.ts';
import { Incidents, type Incident } from './incident-list.ts';
import { incidentOrThrow } from './incidents.ts';
import { mayTakeIncident } from './permissions.ts';

function takeable(context: Context, actor: Actor, key: string): Stored<Incident> {
  const incident = incidentOrThrow(context, key);
  if (!mayTakeIncident(context, actor, incident)) throw forbidden('incidents.mayNotTake');
  return incident;
}

/** Follow-up of a take-over or closing: audit, and a card to the reporter. Idempotent. */
export async function followTaken(context: Context, incident: Incident): Promise<void> {
  const { key, takenBy, takenAt, closedBy, closedAt } = incident;
  if (takenBy !== undefined && takenAt !== undefined)
    await recordAct(context, { act: 'takeIncident', subjectKey: key, actorId: takenBy, at: takenAt });
  if (closedBy !== undefined && closedAt !== undefined)
    await recordAct(context, { act: 'closeIncident', subjectKey: key, actorId: closedBy, at: closedAt });
  if (incident.state !== 'open') await tell(context, incidentTakenKind, takenSubject(key), incident);
}

/**
 * "Jeg tager den": informs the reporter. The first press wins; later ones get the result. 5 resource units. Throws
 * AppError: missing `incidents.noSuchIncident`, forbidden `incidents.mayNotTake`, unavailable.
 */
export async function takeIncident(context: Context, actor: Actor, key: string): Promise<Stored<Incident>> {
  takeable(context, actor, key);
  const takenAt = saidAt(context.clock, actor);
  const taken = await context
    .list(Incidents)
    .update(key, ({ state }) => (state === 'open' ? { state: 'taken', takenBy: actor.personId, takenAt } : undefined));
  await followTaken(context, taken);
  return taken;
}

/** Closes it, also taking it if untaken. Idempotent. 5 resource units. Throws AppError as `takeIncident`. */
export async function closeIncident(context: Context, actor: Actor, key: string): Promise<Stored<Incident>> {
  takeable(context, actor, key);
  const now = saidAt(context.clock, actor);
  const { personId } = actor;
  const closed = await context.list(Incidents).update(key, ({ state, takenBy }) => {
    if (state === 'closed') return undefined;
    return {
      state: 'closed',
      closedBy: personId,
      closedAt: now,
      ...(takenBy === undefined ? { takenBy: personId, takenAt: now } : {}),
    };
  });
  await followTaken(context, closed);
  return closed;
}
