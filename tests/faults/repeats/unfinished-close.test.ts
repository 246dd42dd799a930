import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { Downtimes, Improvements } from '../../../api/contingency/index.ts';
import { closeDowntime } from '../../../api/contingency/downtime/close-downtime.ts';
import { continueDowntimes } from '../../../api/contingency/downtime/continue-downtimes.ts';
import { reportDowntime } from '../../../api/contingency/downtime/report-downtime.ts';
import { aCrisis } from '../../unit/contingency/downtime/a-crisis.ts';
import { the } from '../../unit/organisation/builders.ts';
import { dyingLists } from './dying-lists.ts';

const key = 'downtime_journal_1';
const due = '2026-12-24';
const improvements = [
  { title: 'Køb et nødanlæg', ownerId: 'bo', due },
  { title: 'Læg nødskemaer i bilerne', ownerId: 'anne', due },
];
const words = { endedAt: '2026-11-24T11:00:00.000Z', cause: 'Strømmen gik', lessons: '', testedPlanKeys: [] };

async function aDowntime() {
  const { context, setNow } = await aCrisis();
  const dying = dyingLists(context);
  const by = (who: string, idempotencyKey = who) => ({ ...the(context, who), idempotencyKey });
  await reportDowntime(context, by('isk-nord'), { assetKey: 'journal', note: '' });
  setNow('2026-11-24T12:00:00Z');
  return {
    context,
    dying,
    close: (who = 'isk-nord', given: object = {}) =>
      closeDowntime(context, by(who), key, { ...words, improvements, ...given }),
    now: () => context.list(Downtimes).get(key),
    titles: () =>
      context
        .list(Improvements)
        .all()
        .map(({ title }) => title)
        .sort(),
    told: () =>
      context
        .list(AuditEntries)
        .all()
        .filter(({ title }) => title === 'addImprovement').length,
  };
}
const whole = improvements.map(({ title }) => title);

/** The states after a program that died at each write, until one lives through the act. */
async function eachDeath(act: (world: Awaited<ReturnType<typeof aDowntime>>) => Promise<unknown>) {
  const worlds = [];
  for (let count = 1; ; count += 1) {
    const world = await aDowntime();
    const { dying } = world;
    const lived = await act({
      ...world,
      close: async (...given) => {
        dying.dieAfter(count);
        try {
          return await world.close(...given);
        } finally {
          dying.revive();
        }
      },
    }).then(
      () => true,
      () => false,
    );
    worlds.push(world);
    if (lived) return worlds;
  }
}

describe('a program that dies while a downtime is closed, with nobody to press again', () => {
  it('makes the improvements of what is closed by the job, once, and none of what is not', async () => {
    const worlds = await eachDeath(({ close }) => close());
    expect(worlds.length).toBeGreaterThan(4);
    for (const { context, now, titles, told } of worlds) {
      await continueDowntimes(context);
      await continueDowntimes(context);
      expect(now()).toMatchObject({ state: 'closed', cause: 'Strømmen gik' });
      expect(now()?.toMake).toBeUndefined();
      expect(titles()).toEqual(whole);
      expect(told()).toBe(2);
    }
  });

  it('loses as little of what another adds to the closed record', async () => {
    const worlds = await eachDeath(async ({ context, close }) => {
      await closeDowntime(context, the(context, 'ciso'), key, { ...words, improvements: [] });
      await close('isk-nord', { addsToClosed: true, cause: 'Nødstrømmen svigtede' });
    });
    expect(worlds.length).toBeGreaterThan(4);
    for (const { context, now, titles } of worlds) {
      await continueDowntimes(context);
      expect(now()).toMatchObject({ closedBy: 'ciso', cause: 'Strømmen gik\nNødstrømmen svigtede' });
      expect(titles()).toEqual(whole);
    }
  });

  it('makes none twice when the press is repeated after the job, and none again that was removed', async () => {
    const { context, dying, close, titles } = await aDowntime();
    dying.dieAfter(1);
    await close().catch(() => undefined);
    dying.revive();
    expect(titles()).toEqual([]);
    await continueDowntimes(context);
    await close();
    expect(titles()).toEqual(whole);
    await context.list(Improvements).remove(context.list(Improvements).all()[0]?.key ?? '');
    await continueDowntimes(context);
    expect(titles()).toHaveLength(1);
  });
});
