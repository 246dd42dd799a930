import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import { Downtimes, Improvements } from '../../../../api/contingency/index.ts';
import { cancelDowntime, closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { reportImprovement } from '../../../../api/contingency/exercises/save-improvement.ts';
import { refusal, the } from '../../organisation/builders.ts';
import { aCrisis } from './a-crisis.ts';

const key = 'downtime_journal_1';
const due = '2026-12-24';
const wanted = [
  { title: 'Læg nødskemaer i bilerne', ownerId: 'anne', due },
  { title: 'Køb et nødanlæg', ownerId: 'bo', due },
];

let context: Context;
beforeEach(async () => {
  const crisis = await aCrisis();
  ({ context } = crisis);
  await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: '' });
  crisis.setNow('2026-11-24T12:00:00Z');
});

const press = (idempotencyKey: string) => ({ ...the(context, 'isk-nord'), idempotencyKey });
const close = (improvements = wanted, by = press('one')) =>
  closeDowntime(context, by, key, {
    ...{ endedAt: '2026-11-24T11:00:00.000Z', cause: 'Strømmen gik', lessons: '', testedPlanKeys: [] },
    improvements,
  });
const titles = () =>
  context
    .list(Improvements)
    .all()
    .map(({ title }) => title)
    .sort();

describe('closeDowntime', () => {
  it('makes several improvements in one press, each once', async () => {
    expect(await close()).toMatchObject({ state: 'closed' });
    expect(await close()).toMatchObject({ state: 'closed' });
    expect(titles()).toEqual(['Køb et nødanlæg', 'Læg nødskemaer i bilerne']);
  });

  it('makes none when it is refused, whichever is wrong', async () => {
    const [good, other] = wanted as [(typeof wanted)[0], (typeof wanted)[0]];
    expect(await refusal(() => close([good, { ...other, ownerId: 'nobody' }]))).toBe('contingency.unknownOwner');
    expect(await refusal(() => close([good, { ...other, due: '2026-01-01' }]))).toBe('contingency.dueInThePast');
    expect(titles()).toEqual([]);
    expect(context.list(Downtimes).get(key)?.state).toBe('running');
  });

  it('makes none when somebody cancels it at the same moment', async () => {
    const cancel = cancelDowntime(context, the(context, 'ciso'), key, 'Kun én skærm');
    expect(await refusal(() => close())).toBe('contingency.downtimeCancelled');
    expect(await cancel).toMatchObject({ state: 'cancelled' });
    expect(titles()).toEqual([]);
  });

  it('succeeds once more when one of them has been changed since', async () => {
    await close();
    const [one] = context.list(Improvements).all();
    await reportImprovement(context, the(context, 'isk-nord'), one?.key ?? '', { done: true, note: 'Gjort' });
    expect(await close()).toMatchObject({ state: 'closed' });
    expect(titles()).toHaveLength(2);
  });
});
