import type { Context } from '../context.ts';
import type { RecipientState } from '../deliveries/index.ts';
import { holds, holdsFor, type Actor } from '../kernel/index.ts';
import type { Incident } from './incident-list.ts';
import { alarmTo, toldOf } from './told.ts';

type Whose = Pick<Incident, 'key' | 'reportedBy' | 'reportedAt' | 'centreId' | 'state'>;

/** Including recipients in flight: a message just sent is not recorded yet. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);

/** Who is informed now or has its card: a deputy only during the ISK's absence. */
function isTold(context: Context, { personId }: Pick<Actor, 'personId'>, incident: Whose): boolean {
  const state = alarmTo(context, incident, personId)?.state;
  if (state !== undefined && mayHaveIt.has(state)) return true;
  return toldOf(context, incident).some(({ people }) => people.includes(personId));
}

/** The ISKs of the reporter's centre, the team, the CISO, and their substitutes. Never the reporter. */
export const mayTakeIncident = (context: Context, actor: Actor, incident: Whose): boolean =>
  actor.personId !== incident.reportedBy &&
  (holds(actor, 'ciso', 'securityTeam') ||
    holdsFor(actor, incident.centreId, 'coordinator') ||
    isTold(context, actor, incident));

/** Need to know: the reporter, and those who may take it. Not the manager, the committee or the auditor. */
export const maySeeIncident = (context: Context, actor: Actor, incident: Whose): boolean =>
  actor.personId === incident.reportedBy || mayTakeIncident(context, actor, incident);

/** The municipality's texts and numbers appear in every employee's chat. */
export const guideKeepers = ['ciso', 'securityTeam'] as const;
export const guideReaders = [...guideKeepers, 'auditor'] as const;
export const mayKeepGuides = (actor: Actor): boolean => holds(actor, ...guideKeepers);
