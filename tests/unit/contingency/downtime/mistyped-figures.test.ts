import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import { Downtimes } from '../../../../api/contingency/index.ts';
import { closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { downtimesView } from '../../../../api/contingency/downtime/downtime-list.ts';
import { downtimeView } from '../../../../api/contingency/downtime/downtime-view.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { consolidation, CriticalServices } from '../../../../api/critical-services/index.ts';
import { downtimeCardFor } from '../../../../bot/contingency/downtime-card.ts';
import { person, the } from '../../organisation/builders.ts';
import { aCrisis } from './a-crisis.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => void ({ context, setNow } = await aCrisis()));

const report = () => reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: '' });
const query = { sort: 'startedAt', descending: true, offset: 0, limit: 50 } as const;
const shown = (key: string) => ({
  list: downtimesView(context, the(context, 'isk-nord'), query).downtimes,
  page: downtimeView(context, the(context, 'isk-nord'), key),
  card: JSON.stringify(downtimeCardFor(context, key, person('isk-nord'))),
});

describe('a figure that somebody has mistyped in a list', () => {
  it.each([9e15, 100_000, 0, -5])('is as if it was not there while a system is down: %d hours', async (mtd) => {
    await context.list(CriticalServices).update('care', () => ({ mtd }));
    const { downtime } = await report();
    const { list, page, card } = shown(downtime.key);
    expect(list).toMatchObject([{ services: 2, limit: { hours: 24 } }]);
    expect(page.services.map(({ key, limit }) => [key, limit?.hours])).toEqual([
      ['school', 24],
      ['care', undefined],
    ]);
    expect(card).toContain('Journalen');
    expect(consolidation(context).get('journal')?.mtd?.hours).toBe(24);
  });

  it.each([9e15, 0, -5])('is as if it was not there in a record: %d hours', async (mtd) => {
    const { downtime } = await report();
    setNow('2026-11-24T10:00:00Z');
    await closeDowntime(context, the(context, 'isk-nord'), downtime.key, {
      ...{ endedAt: '2026-11-24T09:30:00Z', cause: 'Strømmen gik', lessons: '', testedPlanKeys: [], improvements: [] },
    });
    await context
      .list(Downtimes)
      .update(downtime.key, ({ hit }) => ({ mtd, hit: hit.map((one) => ({ ...one, mtd })) }));
    const { list, page } = shown(downtime.key);
    expect(list[0]?.limit).toBeUndefined();
    expect(page.services.map(({ limit }) => limit)).toEqual([undefined, undefined]);
  });
});
