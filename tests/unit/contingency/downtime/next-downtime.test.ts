import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import { Downtimes } from '../../../../api/contingency/index.ts';
import { closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { Campaigns } from '../../../../api/deliveries/index.ts';
import { the } from '../../organisation/builders.ts';
import { aCrisis } from './a-crisis.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => void ({ context, setNow } = await aCrisis()));

const report = () => reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: '' });
/** Down for half an hour, from a given hour. */
async function past(hour: number): Promise<string> {
  setNow(`2026-11-24T${hour}:00:00Z`);
  const { downtime } = await report();
  setNow(`2026-11-24T${hour}:40:00Z`);
  await closeDowntime(context, the(context, 'isk-nord'), downtime.key, {
    endedAt: `2026-11-24T${hour}:30:00Z`,
    ...{ cause: 'Strømmen gik', lessons: '', testedPlanKeys: [], improvements: [] },
  });
  return downtime.key;
}

describe('reportDowntime, when somebody has deleted a downtime in SharePoint', () => {
  it.each(['the older', 'the newer'])('starts a new clock and a new message: %s of two', async (which) => {
    const [older, newer] = [await past(10), await past(11)];
    await context.list(Downtimes).remove(which === 'the older' ? older : newer);
    setNow('2026-11-24T12:00:00Z');
    const { downtime, existed } = await report();
    expect(existed).toBe(false);
    expect(downtime).toMatchObject({ state: 'running', startedAt: '2026-11-24T12:00:00.000Z' });
    const messages = context.list(Campaigns).all();
    expect(messages.filter(({ subjectKey }) => subjectKey === downtime.key)).toHaveLength(1);
    expect(messages).toHaveLength(3);
  });
});
