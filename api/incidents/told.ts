import type { Context } from '../context.ts';
import { recipientOf, type RecipientState } from '../deliveries/index.ts';
import { todayOf, type PersonId } from '../kernel/index.ts';
import {
  coordinatorsOf,
  findPerson,
  hasLeft,
  isAway,
  managersOf,
  roleHolders,
  standInOf,
} from '../organisation/index.ts';
import { isWorkingTime } from '../working-days.ts';
import type { Incident } from './incident-list.ts';
import { alarmKind, campaignKeyOf } from './incidents.ts';

/** Why people are informed: their centre, standing in during leave, or no one there can be informed. */
export type ToldAs = 'coordinator' | 'deputy' | 'team' | 'manager';
export interface Told {
  as: ToldAs;
  people: readonly PersonId[];
}
type About = Pick<Incident, 'key' | 'reportedBy' | 'reportedAt' | 'centreId' | 'state'>;

/** Minutes of working time after which the team is informed of an untaken one. */
const takenWithin = 60;
const minuteLength = 60_000;

/** Candidates, nearest first; never the reporter. */
function steps(context: Context, { reportedBy, centreId }: Pick<About, 'reportedBy' | 'centreId'>): Told[] {
  const own = coordinatorsOf(context, centreId).map(({ key }) => key as PersonId);
  const holders = roleHolders(context);
  const today = todayOf(context.clock);
  const deputies = holders.flatMap(({ person, held, assignment }) => {
    if (held.role !== 'coordinator' || held.centreId === undefined || held.centreId !== centreId) return [];
    const standIn = standInOf(context, person.key as PersonId, today);
    return [standIn, assignment?.deputyId].filter((one) => one !== undefined);
  });
  const team = holders.flatMap(({ person, held: { role } }) =>
    role === 'securityTeam' || role === 'ciso' ? [person.key as PersonId] : [],
  );
  const managers = managersOf(context, centreId).map(({ key }) => key as PersonId);
  const step = (as: ToldAs, people: readonly PersonId[]): Told => ({
    as,
    people: [...new Set(people)].filter((one) => one !== reportedBy).sort(),
  });
  return [step('coordinator', own), step('deputy', deputies), step('team', team), step('manager', managers)];
}

/**
 * Who is informed of an accident now, nearest first: the ISKs of the reporter's centre at work, else their deputies,
 * else the security team with the CISO, else the centre manager (R14–R16); people on leave only if none is at work.
 * Also the team, when none of the others is reached in Teams, or it is untaken for an hour of work. From memory.
 */
export function toldOf(context: Context, incident: About): Told[] {
  const all = steps(context, incident);
  const today = todayOf(context.clock);
  const atWork = (personId: PersonId) =>
    isThere(context, personId) && !isAway(findPerson(context, personId) ?? {}, today);
  const among = (isIn: (personId: PersonId) => boolean) =>
    all.map(({ as, people }) => ({ as, people: people.filter(isIn) })).find(({ people }) => people.length > 0);
  const first = among(atWork) ?? among((personId) => isThere(context, personId));
  if (!first) return [];
  if (first.as === 'team' || first.as === 'manager' || !isForTeam(context, incident, first.people)) return [first];
  const team = all.find(({ as }) => as === 'team');
  const more = (team?.people ?? []).filter((one) => atWork(one) && !first.people.includes(one));
  return more.length === 0 ? [first] : [first, { as: 'team', people: more }];
}

/** Outcome of the message to one of them. */
export const alarmTo = (context: Context, { key }: Pick<Incident, 'key'>, personId: PersonId) =>
  recipientOf(context, campaignKeyOf(alarmKind, key), personId);

const isThere = (context: Context, personId: PersonId): boolean => !hasLeft(context, personId);

function isForTeam(context: Context, incident: About, first: readonly PersonId[]): boolean {
  if (first.every((personId) => isMissed(alarmTo(context, incident, personId)?.state))) return true;
  const now = context.clock.now();
  const age = now.getTime() - Date.parse(incident.reportedAt);
  return incident.state === 'open' && age >= takenWithin * minuteLength && isWorkingTime(now);
}

const underWay: ReadonlySet<RecipientState | undefined> = new Set([undefined, 'waiting', 'reserved']);
const mayHaveIt: ReadonlySet<RecipientState | undefined> = new Set(['sent', 'uncertain']);
const isMissed = (state: RecipientState | undefined): boolean => !underWay.has(state) && !mayHaveIt.has(state);

/** Status of the notifications. `reached` have the card, each with its time; `missed` are not in Teams. */
export interface Telling {
  reached: readonly { personId: PersonId; at: string }[];
  missed: readonly PersonId[];
  /** Messages in progress. */
  underWay: readonly PersonId[];
}
/** From memory. */
export function tellingOf(context: Context, incident: About): Telling {
  const found = toldOf(context, incident)
    .flatMap(({ people }) => people)
    .map((personId) => ({ personId, delivery: alarmTo(context, incident, personId) }));
  return {
    reached: found.flatMap(({ personId, delivery }) =>
      delivery?.state === 'sent' ? [{ personId, at: delivery.at ?? incident.reportedAt }] : [],
    ),
    missed: found.filter(({ delivery }) => isMissed(delivery?.state)).map(({ personId }) => personId),
    underWay: found.filter(({ delivery }) => underWay.has(delivery?.state)).map(({ personId }) => personId),
  };
}
