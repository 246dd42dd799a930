import type { Context } from '../context.ts';
import {
  blocksOf,
  Campaigns,
  notInTeams,
  recheckAmong,
  startCampaign,
  type CampaignKind,
} from '../deliveries/index.ts';
import { stableKey, todayOf, type Instant, type LocalDate, type PersonId } from '../kernel/index.ts';
import { findPerson, leaveOf, type Person } from '../organisation/index.ts';

/** Subject of the card: one recording of a person's leave. A new recording is a new card. */
export const leaveSubject = (personId: string, at: Instant): string => `${personId}_${stableKey(at)}`;
/** Whether the reader is another than the person on leave. */
export const isOfAnother = (subjectKey: string, personId: string): boolean => personIn(subjectKey) !== personId;
const personIn = (subjectKey: string): PersonId => subjectKey.slice(0, subjectKey.lastIndexOf('_')) as PersonId;

interface Leave {
  from: LocalDate;
  to: LocalDate;
}
interface Recorded {
  personId: PersonId;
  leave: Leave;
  by: PersonId | undefined;
  /** Has the shared work during leave. */
  standIn: PersonId | undefined;
  subjectKey: string;
}
/** Status of a leave recording today. */
export type LeaveStatus =
  /** Current or future. */
  | ({ as: 'onLeave' } & Recorded)
  /** Replaced by this newer recording. */
  | ({ as: 'changed' } & Recorded)
  /** Over; `by` is who ended it, if a person did. */
  | { as: 'ended'; personId: PersonId; by: PersonId | undefined };

/** From memory; undefined for an unknown person. */
export function leaveStatus(context: Context, subjectKey: string): LeaveStatus | undefined {
  const person = findPerson(context, personIn(subjectKey));
  if (!person) return undefined;
  const personId = person.key as PersonId;
  const { absenceAt, absenceBy: by, standInId: standIn } = person;
  const now = absenceAt === undefined ? undefined : leaveSubject(personId, absenceAt);
  const leave = leaveOf(person);
  if (!leave || leave.to < todayOf(context.clock))
    return { as: 'ended', personId, by: now === subjectKey ? undefined : by };
  return {
    as: now === subjectKey ? 'onLeave' : 'changed',
    personId,
    leave,
    by,
    standIn,
    subjectKey: now ?? subjectKey,
  };
}

const isWaiting = (context: Context, subjectKey: string): boolean => leaveStatus(context, subjectKey)?.as === 'onLeave';

/** The person on leave, if another recorded it, and the stand-in. */
function readersOf(context: Context, subjectKey: string): PersonId[] {
  const status = leaveStatus(context, subjectKey);
  if (status?.as !== 'onLeave') return [];
  const { personId, by, standIn } = status;
  return [...(by === undefined || by === personId ? [] : [personId]), ...(standIn === undefined ? [] : [standIn])];
}

/** Informs the person on leave, when another recorded it, and the stand-in; the subject is the recording. */
export const leaveKind: CampaignKind = {
  kind: 'leave',
  audience: readersOf,
  isOver: (context, subjectKey) => !isWaiting(context, subjectKey),
  hours: { when: 'working', because: 'a leave that is not one is ended by day' },
  recheck: (context, subjectKey, personId) => recheckAmong(context, personId, readersOf(context, subjectKey)),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};

const campaignKey = (subjectKey: string): string => stableKey('leaveCard', ...subjectKey.split('_'));

/** Started cards of a person's leave, newest last. */
export const leaveSubjectsOf = (context: Context, personId: string): string[] =>
  context
    .list(Campaigns)
    .all()
    .filter(({ kind, subjectKey }) => kind === leaveKind.kind && personIn(subjectKey) === personId)
    .map(({ subjectKey }) => subjectKey);

/** Who was informed of a recording, whatever its status. */
export const toldOfLeave = (context: Context, subjectKey: string): PersonId[] => [
  ...new Set(
    blocksOf(context, campaignKey(subjectKey)).flatMap(({ recipients }) => recipients.map(({ person }) => person)),
  ),
];

/**
 * Starts those cards when another recorded the leave, or there is a stand-in. Idempotent; no cost when done, else 2
 * resource units.
 */
export async function tellOfLeave(context: Context, person: Person): Promise<void> {
  const { key, title, absenceBy, absenceAt } = person;
  if (absenceBy === undefined || absenceAt === undefined) return;
  const subjectKey = leaveSubject(key, absenceAt);
  if (readersOf(context, subjectKey).length === 0 || context.list(Campaigns).get(campaignKey(subjectKey))) return;
  await startCampaign(context, {
    key: campaignKey(subjectKey),
    kind: leaveKind.kind,
    title,
    subjectKey,
    startedBy: absenceBy,
  });
}
