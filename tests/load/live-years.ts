/**
 * Run by the bench as a separate process: `live-years.ts <people> <years>` simulates years of reminders in memory, with
 * the nightly job that closes months, and prints as JSON the size of lists and heap at the end of each quarter: what is
 * seeded as "after ten years" must equal what the job leaves.
 */
import { Acknowledgements, acknowledgementKey, receiptHistory } from '../../api/acknowledgements/index.ts';
import { Campaigns, declareCampaignKinds, DeliveryBlocks, deliveryHistory } from '../../api/deliveries/index.ts';
import { closeMonths, ClosedMonths, declareHistory } from '../../api/history/index.ts';
import { addDays, nowOf, type LocalDate, type Obligation, type PersonId } from '../../api/kernel/index.ts';
import { declareObligationSources } from '../../api/obligations/index.ts';
import { People } from '../../api/organisation/index.ts';
import { endedPolicyVersions, PolicyVersions } from '../../api/policy/index.ts';
import {
  digestKind,
  isDayNeeded,
  planDigests,
  reminderHistory,
  ReminderPages,
  remindersLookBack,
} from '../../api/reminders/index.ts';
import { isWorkingDay } from '../../api/working-days.ts';
import { memoryContext } from '../support/memory-context.ts';

const [, , given = '2000', years = '2'] = process.argv;
const first = '2026-01-05' as LocalDate;
const { context, setNow } = memoryContext(`${first}T08:00:00.000Z`);
const ids = Array.from({ length: Number(given) }, (_, nth) => `person-${nth}` as PersonId);
for (const key of ids) await context.list(People).create({ key, title: key, upn: key, teams: true, language: 'da' });
/** Everybody has an obligation weeks overdue, each on another weekday. */
const owed = (today: LocalDate): Obligation[] =>
  ids.map((personId, nth) => ({
    ...{ key: `takeCourse_round_${personId}`, kind: 'takeCourse', personId, state: 'open', personal: true, path: '/' },
    ...{ subject: { key: 'round', title: 'Persondata i hverdagen' }, since: first, due: addDays(first, nth % 7) },
    ...(today < first ? { since: today } : {}),
  }));
let known: readonly Obligation[] | undefined;
declareObligationSources(context, {
  personal: [
    { kinds: ['takeCourse'], lists: [People], all: (_context, today) => (known ??= owed(today)), of: () => [] },
  ],
  shared: [],
});
declareCampaignKinds(context, [digestKind]);
declareHistory(context, [
  reminderHistory(),
  deliveryHistory({ lookBack: remindersLookBack, isNeeded: isDayNeeded }),
  receiptHistory({
    ...{ lookBack: remindersLookBack, ended: endedPolicyVersions },
    ...{ isKept: () => () => false, reached: () => Infinity },
  }),
]);

/** Days between two versions of the policy, each acknowledged by everybody: twice the real frequency. */
const policyDays = 182;
async function newPolicy(nth: number): Promise<void> {
  const key = `policy-${nth}`;
  const [at, effectiveOn] = [nowOf(context.clock), addDays(first, nth)];
  await context.list(PolicyVersions).create({
    ...{ key, title: 'Politik', number: `${nth}.0`, body: 'Pas på data.', summary: 'Ny.', changeKind: 'major' },
    ...{ state: 'published', effectiveOn, publishedAt: at, contentHash: 'hash' },
  });
  for (const personId of ids)
    await context.list(Acknowledgements).create({
      ...{ key: acknowledgementKey(key, personId), title: personId, versionKey: key, personId },
      ...{ outcome: 'acknowledged', at, channel: 'card', contentHash: 'hash' },
    });
}

interface Quarter {
  day: LocalDate;
  pages: number;
  blocks: number;
  receipts: number;
  files: number;
  digests: number;
  heap: number;
}
const quarters: Quarter[] = [];
let digests = 0;
for (let nth = 0; nth < 365 * Number(years); nth += 1) {
  const day = addDays(first, nth);
  setNow(`${day}T02:30:00.000Z`);
  await closeMonths(context);
  if (nth % policyDays === 0) await newPolicy(nth);
  if (isWorkingDay(day)) {
    setNow(`${day}T09:00:00.000Z`);
    await planDigests(context);
    for (const block of context
      .list(DeliveryBlocks)
      .all()
      .filter(({ campaignKey }) => campaignKey === `digest-${day}`)) {
      digests += block.recipients.length;
      const at = nowOf(context.clock);
      const recipients = block.recipients.map(({ person }) => ({
        person,
        state: 'sent' as const,
        at,
        activity: `1:${person}`,
      }));
      await context.list(DeliveryBlocks).update(block.key, () => ({ recipients }));
    }
    if (context.list(Campaigns).get(`digest-${day}`))
      await context.list(Campaigns).update(`digest-${day}`, () => ({ state: 'finished' }));
  }
  if (nth % 91 !== 90) continue;
  globalThis.gc?.();
  quarters.push({
    ...{
      day,
      digests,
      pages: context.list(ReminderPages).all().length,
      blocks: context.list(DeliveryBlocks).all().length,
    },
    receipts: context.list(Acknowledgements).all().length,
    ...{ files: context.list(ClosedMonths).all().length, heap: process.memoryUsage().heapUsed },
  });
}
console.log(JSON.stringify(quarters));
