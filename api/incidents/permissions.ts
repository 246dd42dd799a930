import type { Context } from '../context.ts';
import type { RecipientState } from '../deliveries/index.ts';
import { holds, holdsFor, type Actor } from '../kernel/index.ts';
import type { Incident } from './incident-list.ts';
import { alarmTo, toldOf } from './told.ts';

type Whose = Pick<Incident, 'key' | 'reportedBy' | 'reportedAt' | 'centreId' | 'state'>;

/** Also those who are being sent to: what left a moment ago is not written down yet. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);

/** Who is told of it now or has a card about it: a deputy for as long as the centre's ISK is away, and for that one. */
function isTold(context: Context, { personId }: Pick<Actor, 'personId'>, incident: Whose): boolean {
  const state = alarmTo(context, incident, personId)?.state;
  if (state !== undefined && mayHaveIt.has(state)) return true;
  return toldOf(context, incident).some(({ people }) => people.includes(personId));
}

/** The ISKs of the reporter's centre, the team, the CISO, and whoever was told in their place. Nobody takes their own. */
export const mayTakeIncident = (context: Context, actor: Actor, incident: Whose): boolean =>
  actor.personId !== incident.reportedBy &&
  (holds(actor, 'ciso', 'securityTeam') ||
    holdsFor(actor, incident.centreId, 'coordinator') ||
    isTold(context, actor, incident));

/** Need to know: whoever told of it, and those who may take it. Not the manager, not the committee, not the auditor. */
export const maySeeIncident = (context: Context, actor: Actor, incident: Whose): boolean =>
  actor.personId === incident.reportedBy || mayTakeIncident(context, actor, incident);

/** The municipality's own words and numbers stand in every employee's chat. */
export const guideKeepers = ['ciso', 'securityTeam'] as const;
export const guideReaders = [...guideKeepers, 'auditor'] as const;
export const mayKeepGuides = (actor: Actor): boolean => holds(actor, ...guideKeepers);
