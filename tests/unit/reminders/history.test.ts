import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { Campaigns, campaignCounts, deliveryHistory, DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { closeMonths, ClosedMonths, declareHistory } from '../../../api/history/index.ts';
import { addDays, type LocalDate } from '../../../api/kernel/index.ts';
import {
  digestCampaignKey,
  isDayNeeded,
  ReminderCadences,
  reminderHistory,
  ReminderPages,
  remindersLookBack,
} from '../../../api/reminders/index.ts';
import { logDays, logOf } from '../../../api/reminders/log.ts';
import { changeCadence } from '../../../api/reminders/change-cadence.ts';
import { workingDayFrom } from '../../../api/working-days.ts';
import { day, the } from '../organisation/builders.ts';
import { aScript, lived } from './a-year.ts';
import { aTownThatOwes, danish, planAndSend, said } from './builders.ts';

const rows = [reminderHistory(), deliveryHistory({ lookBack: remindersLookBack, isNeeded: isDayNeeded })];
const close = async (context: Context) => {
  declareHistory(context, rows);
  return closeMonths(context);
};
const everything = { offset: 0, limit: 500 };

/** A spring of weekly reminders, and the summer after it. */
async function aSpring() {
  const town = await aTownThatOwes(
    [
      { key: 'late', kind: 'doWheelTask', personId: 'anne', since: '2026-01-01', due: '2026-01-10' },
      { key: 'also', kind: 'takeCourse', personId: 'bo', since: '2026-01-01', due: '2026-02-01' },
    ],
    danish('2026-01-05', 9),
  );
  const days: LocalDate[] = [];
  for (let on = day('2026-01-05'); on < '2026-05-01'; on = workingDayFrom(addDays(on, 1))) {
    town.setNow(danish(on, 9));
    if ((await planAndSend(town.context, (who) => (who === 'bo' ? 'uncertain' : 'sent'))).length > 0) days.push(on);
  }
  return { ...town, days };
}

describe('reminders that have become history', () => {
  it('make no difference to what anybody is told, in any year', { timeout: 300_000 }, () =>
    fc.assert(
      fc.asyncProperty(aScript, async (script) => {
        let left = 0;
        const told = ({ cards }: Awaited<ReturnType<typeof lived>>) =>
          cards.map(({ personId, on, hour, digest }) => [personId, on, hour, said(digest)]);
        const closed = await lived(script, async (context) => void (left += await close(context)));
        expect(told(closed)).toEqual(told(await lived(script)));
        expect(left).toBeGreaterThan(0);
      }),
      { numRuns: 2, endOnFailure: true },
    ),
  );

  it('leave the lists, and the log says of each day what it said before', async () => {
    const { context, days, setNow } = await aSpring();
    setNow(danish('2026-08-03', 9));
    const before = {
      log: logDays(context, the(context, 'ciso')).days,
      rows: await Promise.all(days.map((on) => logOf(context, on, everything))),
    };
    await close(context);
    expect(context.list(ReminderPages).all()).toEqual([]);
    expect(context.list(DeliveryBlocks).all()).toEqual([]);
    expect(logDays(context, the(context, 'ciso')).days).toEqual(before.log.map((each) => ({ ...each, closed: true })));
    const after: Awaited<ReturnType<typeof logOf>>[] = [];
    // A page at a time, as a reader opens them: few files are read at once.
    for (const on of days) after.push(await logOf(context, on, everything));
    expect(after.map(({ rows: people, total }) => ({ people, total }))).toEqual(
      before.rows.map(({ rows: people, total }) => ({ people, total })),
    );
    expect(after.flatMap(({ rows: people }) => people.map(({ state }) => state))).toContain('uncertain');
  });

  it('keep the sums of each campaign, which nothing sends again', async () => {
    const { context, days, setNow } = await aSpring();
    setNow(danish('2026-08-03', 9));
    const [first] = days;
    const campaign = () => context.list(Campaigns).get(digestCampaignKey(first ?? day('2026-01-01')));
    const before = campaign();
    const counts = before && campaignCounts(context, before);
    await close(context);
    const after = campaign();
    expect(after && campaignCounts(context, after)).toEqual(counts);
    expect(after?.sums).toMatchObject({ month: first?.slice(0, 7), told: expect.any(Number) as unknown });
  });

  it('stay as long as a step that the security team has made longer', async () => {
    const { context, setNow } = await aSpring();
    expect(remindersLookBack(context)).toBe(66);
    await changeCadence(context, the(context, 'ciso'), 'doWheelTask', {
      before: [300],
      onTheDay: true,
      overdueEvery: 7,
    });
    expect(context.list(ReminderCadences).all()).toHaveLength(1);
    expect(remindersLookBack(context)).toBe(321);
    setNow(danish('2026-08-03', 9));
    await close(context);
    expect(context.list(ClosedMonths).all()).toEqual([]);
  });
});
