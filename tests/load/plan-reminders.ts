/**
 * Run by the bench as a separate process: `plan-reminders.ts <address of the desk>` loads all lists once, adds a year
 * of past digests, plans days, and prints the cost as JSON. Lists of reminders and sending are in memory, so that only
 * the program's own work is measured.
 */
import type { Context } from '../../api/context.ts';
import {
  blocksOf,
  blockSize,
  Campaigns,
  declareCampaignKinds,
  DeliveryBlocks,
  type Recipient,
} from '../../api/deliveries/index.ts';
import { addDays, nowOf, todayOf, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { obligationsByPerson } from '../../api/obligations/index.ts';
import { employees } from '../../api/organisation/index.ts';
import {
  digestCampaignKey,
  digestKind,
  digestOf,
  digestsOf,
  planDigests,
  ReminderCadences,
  ReminderPages,
  ReminderWishes,
} from '../../api/reminders/index.ts';
import type { ListDefinition } from '../../api/sharepoint/index.ts';
import { isWorkingDay, workingDayFrom } from '../../api/working-days.ts';
import { memoryContext } from '../support/memory-context.ts';
import { contextOn, timed } from './context-on.ts';

/** Days of the ledger, and people with a digest on each: everybody about once in six weeks. */
const yearDays = 365;
const share = 1 / 30;
/** Recipients rechecked, as just before each message. */
const asked = 2_000;

const [, , address = ''] = process.argv;
let now = new Date();
const loaded = await contextOn(address, { now: () => now });
const memory = memoryContext().context;
const inMemory: readonly ListDefinition<{ key: string }>[] = [
  Campaigns,
  DeliveryBlocks,
  ReminderPages,
  ReminderCadences,
  ReminderWishes,
];
const { list } = loaded;
loaded.list = (definition) =>
  (inMemory.some(({ name }) => name === definition.name) ? memory : { list }).list(definition);
const context: Context = loaded;
declareCampaignKinds(context, [digestKind]);

/** Nine o'clock in winter Denmark. */
const nine = (day: LocalDate) => new Date(`${day}T08:00:00.000Z`);
const today = workingDayFrom(todayOf(context.clock));
now = nine(today);
const people = employees(context).map(({ key }) => key as PersonId);
await pastYear();

const foldsLedger = await timed(() => digestsOf(context, today));
const days: { digests: number; ms: number }[] = [];
for (let day = today, planned = 0; planned < 20; day = workingDayFrom(addDays(day, 1)), planned += 1) {
  now = nine(day);
  // The day's obligations have a goal and a figure of their own.
  obligationsByPerson(context, day);
  let digests = 0;
  const ms = await timed(() => (digests = digestsOf(context, day).length));
  days.push({ digests, ms });
}
now = nine(today);
obligationsByPerson(context, today);
const job = await timed(() => planDigests(context));
const planned = blocksOf(context, digestCampaignKey(today)).flatMap(({ recipients }) => recipients);
const step = Math.max(1, Math.floor(planned.length / asked));
const some = planned.filter((_, place) => place % step === 0);
const rechecks: number[] = [];
for (const { person } of some) {
  rechecks.push(await timed(() => digestOf(context, person, today)));
  await sendOne(person);
}
const again = await timed(() => planDigests(context));
console.log(
  JSON.stringify({
    people: people.length,
    ledger: context
      .list(DeliveryBlocks)
      .all()
      .reduce((sum, { recipients }) => sum + recipients.length, 0),
    foldsLedger,
    days,
    job,
    planned: planned.length,
    pages: context.list(ReminderPages).all().length,
    largestPage: Math.max(
      0,
      ...context
        .list(ReminderPages)
        .all()
        .map((page) => JSON.stringify(page.people).length),
    ),
    rechecks,
    again,
  }),
);

async function pastYear(): Promise<void> {
  for (let ago = yearDays; ago > 0; ago -= 1) {
    const day = addDays(today, -ago);
    if (!isWorkingDay(day)) continue;
    const key = digestCampaignKey(day);
    const startedAt = nowOf({ now: () => nine(day) });
    const told = people.filter((_, place) => (place * 7 + ago) % Math.round(1 / share) === 0);
    await context.list(Campaigns).create({
      key,
      kind: digestKind.kind,
      title: key,
      subjectKey: day,
      state: 'finished',
      startedAt,
      startedBy: 'system' as PersonId,
    });
    for (let from = 0, position = 1; from < told.length; from += blockSize, position += 1)
      await context.list(DeliveryBlocks).create({
        key: `${key}_${position}`,
        title: key,
        campaignKey: key,
        position,
        recipients: told.slice(from, from + blockSize).map((person) => sentTo(person, startedAt)),
      });
  }
}
function sentTo(person: PersonId, at: Instant): Recipient {
  return { person, state: 'sent', at, activity: `1:${person}` };
}

/** Today's block changes with every message. */
async function sendOne(person: PersonId): Promise<void> {
  const block = blocksOf(context, digestCampaignKey(today)).find(({ recipients }) =>
    recipients.some((recipient) => recipient.person === person),
  );
  if (!block) return;
  await context.list(DeliveryBlocks).update(block.key, ({ recipients }) => ({
    recipients: recipients.map((recipient) =>
      recipient.person === person ? sentTo(person, nowOf(context.clock)) : recipient,
    ),
  }));
}
