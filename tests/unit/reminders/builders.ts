import { TZDate } from '@date-fns/tz';
import type { Context } from '../../../api/context.ts';
import {
  blocksOf,
  Campaigns,
  declareCampaignKinds,
  DeliveryBlocks,
  startCampaign,
  verdictFor,
  type RecipientState,
} from '../../../api/deliveries/index.ts';
import { nowOf, timeZone, type LocalDate, type Obligation, type PersonId } from '../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { findPerson, isAway, People, type Person } from '../../../api/organisation/index.ts';
import {
  digestCampaignKey,
  digestKind,
  digestOf,
  isLegallyRequired,
  planDigests,
  ReminderPages,
  type Digest,
} from '../../../api/reminders/index.ts';
import { pagesOn } from '../../../api/reminders/planned.ts';
import { aTown, day, person } from '../organisation/builders.ts';

/** A Danish time for the clock. */
export const danish = (date: string, hour: number, minute = 0): string => {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, dayOfMonth, hour, minute, timeZone).getTime()).toISOString();
};

export interface Owed {
  key: string;
  kind: string;
  personId: string;
  since: string;
  due: string;
  isDone?: boolean;
  subject?: string;
  /** Absent: the person's centre; `whole`: the whole organisation. */
  centreId?: string;
}

/** A town with the obligations in `owes`, and a sender that records its sends. */
export async function aTownThatOwes(owes: Owed[] = [], at = danish('2026-11-24', 9)) {
  const town = await aTown(at);
  const { context } = town;
  owing(context, owes);
  /** Another run of the program, or a concurrent one: the same lists, nothing in memory. */
  const another = (): Context => owing({ ...context }, owes);
  return { ...town, owes, another, digest: (who: string, on: string) => digestOf(context, person(who), day(on)) };
}

/** Registers a program's obligations. */
function owing(context: Context, owes: readonly Owed[]): Context {
  declareCampaignKinds(context, [digestKind]);
  const obligationOf = (one: Owed, today: LocalDate): Obligation => {
    const debtor = findPerson(context, one.personId);
    const centreId = one.centreId === 'whole' ? undefined : debtor?.centreId;
    const personal = isLegallyRequired(one.kind);
    const open = personal && debtor && isAway(debtor, today) ? ('paused' as const) : ('open' as const);
    return {
      key: one.key,
      kind: one.kind,
      personId: person(one.personId),
      subject: { key: one.subject ?? `subject-${one.key}`, title: `Title ${one.key}` },
      since: day(one.since),
      due: day(one.due),
      state: one.isDone === true ? 'done' : open,
      personal,
      path: '/tasks',
      ...(centreId === undefined ? {} : { centreId }),
    };
  };
  const known = (today: LocalDate) => owes.filter(({ since }) => since <= today).map((one) => obligationOf(one, today));
  declareObligationSources(context, {
    personal: [
      {
        kinds: ['acknowledgePolicy', 'takeCourse', 'doWheelTask'],
        all: (_context, today) => known(today),
        of: (_context, personId, today) => known(today).filter((one) => one.personId === personId),
      },
    ],
    shared: [],
  });
  return context;
}

/** A digest in words: own lines with their step, and others' obligations. */
export const said = (digest: Digest | undefined) =>
  digest && [
    ...digest.lines.map(({ obligation, step }) => `${step ?? 'along'} ${obligation.key}`),
    ...digest.escalations.flatMap(({ level, obligations }) => obligations.map(({ key }) => `${level} ${key}`)),
  ];

/** Leave, as in the list of people. */
export const goesOnLeave = (context: Context, who: string, leave: Pick<Person, 'absentFrom' | 'absentTo'>) =>
  context.list(People).update(who, () => ({ absentFrom: leave.absentFrom, absentTo: leave.absentTo }));

/** An earlier digest, with its content: keys of the own, and whether of others. */
export async function wasTold(
  context: Context,
  on: string,
  people: readonly string[],
  state: RecipientState = 'sent',
  { keys = [], others = false }: { keys?: readonly string[]; others?: boolean } = {},
) {
  const position = pagesOn(context, day(on)).length + 1;
  const centre = { level: 'coordinator' as const, overdue: 1, groups: [] };
  await context.list(ReminderPages).create({
    key: `${on}_${position}`,
    title: on,
    day: day(on),
    position,
    subjects: [{ kind: 'doWheelTask', title: 'Told', due: day(on) }],
    people: people.map((one) => ({
      person: person(one),
      lines: keys.map((name) => ({ about: 0, key: name })),
      ...(others ? { others: [centre] } : {}),
    })),
  });
  const key = digestCampaignKey(day(on));
  await startCampaign(context, { key, kind: 'digest', title: key, subjectKey: on, startedBy: person('system') });
  await context.list(DeliveryBlocks).create({
    key: `${key}_${blocksOf(context, key).length + 1}`,
    title: key,
    campaignKey: key,
    position: blocksOf(context, key).length + 1,
    recipients: people.map((one) => ({ person: person(one), state, at: danishInstant(on) })),
  });
}
const danishInstant = (on: string) => nowOf({ now: () => new Date(danish(on, 8)) });

export interface Sent {
  personId: PersonId;
  at: string;
  digest: Digest;
  state: RecipientState;
}

/** Sends pending digests, as the sender does: rechecks first, and records the outcome. */
export async function sendWaiting(
  context: Context,
  outcome: (personId: PersonId) => RecipientState = () => 'sent',
): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const { key, subjectKey, state } of context.list(Campaigns).all()) {
    if (state !== 'sending') continue;
    for (const block of blocksOf(context, key)) {
      if (!block.recipients.some((one) => one.state === 'waiting')) continue;
      const at = nowOf(context.clock);
      const recipients = block.recipients.map((recipient) => {
        if (recipient.state !== 'waiting') return recipient;
        const verdict = verdictFor(context, digestKind, subjectKey, recipient.person);
        if (verdict.state !== 'send') return { person: recipient.person, at, ...verdict };
        const digest = digestOf(context, recipient.person, day(subjectKey));
        if (!digest) throw new Error('asked to send nothing');
        const became = outcome(recipient.person);
        sent.push({ personId: recipient.person, at, digest, state: became });
        return { person: recipient.person, at, state: became };
      });
      await context.list(DeliveryBlocks).update(block.key, () => ({ recipients }));
    }
    await context.list(Campaigns).update(key, () => ({ state: 'finished' }));
  }
  return sent;
}

/** The job, then the sender. */
export async function planAndSend(context: Context, outcome?: (personId: PersonId) => RecipientState): Promise<Sent[]> {
  await planDigests(context);
  return sendWaiting(context, outcome);
}
