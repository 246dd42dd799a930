import type { Context } from '../context.ts';
import { Campaigns, notInTeams, startCampaign, type CampaignKind } from '../deliveries/index.ts';
import { stableKey, todayOf, type Instant, type LocalDate, type PersonId } from '../kernel/index.ts';
import { findPerson, isEmployed, leaveOf, type Person } from '../organisation/index.ts';

/** What the card is about: one recording of somebody's leave. Recorded anew it is another card. */
export const leaveSubject = (personId: string, at: Instant): string => `${personId}_${stableKey(at)}`;
const personIn = (subjectKey: string): PersonId => subjectKey.slice(0, subjectKey.lastIndexOf('_')) as PersonId;

interface Leave {
  from: LocalDate;
  to: LocalDate;
}
/** How a recording of leave stands today. */
export type LeaveStanding =
  /** It is in force, or to come. */
  | { as: 'onLeave'; personId: PersonId; leave: Leave; by: PersonId | undefined; subjectKey: string }
  /** Recorded anew since: this is what holds now. */
  | { as: 'changed'; personId: PersonId; leave: Leave; by: PersonId | undefined; subjectKey: string }
  /** Over; `by` is who ended it, where somebody did. */
  | { as: 'ended'; personId: PersonId; by: PersonId | undefined };

/** From memory; undefined when nobody known is meant. */
export function leaveStanding(context: Context, subjectKey: string): LeaveStanding | undefined {
  const person = findPerson(context, personIn(subjectKey));
  if (!person) return undefined;
  const personId = person.key as PersonId;
  const { absenceAt, absenceBy: by } = person;
  const now = absenceAt === undefined ? undefined : leaveSubject(personId, absenceAt);
  const leave = leaveOf(person);
  if (!leave || leave.to < todayOf(context.clock))
    return { as: 'ended', personId, by: now === subjectKey ? undefined : by };
  return { as: now === subjectKey ? 'onLeave' : 'changed', personId, leave, by, subjectKey: now ?? subjectKey };
}

const isWaiting = (context: Context, subjectKey: string): boolean =>
  leaveStanding(context, subjectKey)?.as === 'onLeave';

/** Tells somebody that another has put them on leave; the subject is the recording. */
export const leaveKind: CampaignKind = {
  kind: 'leave',
  audience: (context, subjectKey) => (isWaiting(context, subjectKey) ? [personIn(subjectKey)] : []),
  isOver: (context, subjectKey) => !isWaiting(context, subjectKey),
  hours: { when: 'working', because: 'a leave that is not one is ended by day' },
  recheck: (context, subjectKey, personId) => {
    const person = findPerson(context, personId);
    if (!person || !isEmployed(person, todayOf(context.clock))) return 'left';
    return isWaiting(context, subjectKey) && personId === personIn(subjectKey) ? 'send' : 'notNeeded';
  },
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};

const campaignKey = (subjectKey: string): string => stableKey('leaveCard', ...subjectKey.split('_'));

/** Cards of a person's leave that were begun, newest last. */
export const leaveSubjectsOf = (context: Context, personId: string): string[] =>
  context
    .list(Campaigns)
    .all()
    .filter(({ kind, subjectKey }) => kind === leaveKind.kind && personIn(subjectKey) === personId)
    .map(({ subjectKey }) => subjectKey);

/** Starts that card where somebody else recorded it. Safe to repeat; costs nothing when done, else 2 resource units. */
export async function tellOfLeave(context: Context, person: Person): Promise<void> {
  const { key, title, absenceBy, absenceAt } = person;
  if (absenceBy === undefined || absenceAt === undefined || absenceBy === key) return;
  const subjectKey = leaveSubject(key, absenceAt);
  if (!isWaiting(context, subjectKey) || context.list(Campaigns).get(campaignKey(subjectKey))) return;
  await startCampaign(context, {
    ...{ key: campaignKey(subjectKey), kind: leaveKind.kind, title, subjectKey, startedBy: absenceBy },
  });
}
