import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import { Downtimes } from '../../../../api/contingency/index.ts';
import { changeDowntime } from '../../../../api/contingency/downtime/change-downtime.ts';
import { closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { correctDowntime } from '../../../../api/contingency/downtime/correct-downtime.ts';
import { downtimeView } from '../../../../api/contingency/downtime/downtime-view.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { asAppError } from '../../../../api/kernel/index.ts';
import { Centres } from '../../../../api/organisation/index.ts';
import { the } from '../../organisation/builders.ts';
import { aCrisis } from './a-crisis.ts';

const key = 'downtime_journal_1';
const startedAt = '2026-11-24T09:00:00.000Z';
const endedAt = '2026-11-24T11:00:00.000Z';
let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => void ({ context, setNow } = await aCrisis()));

const now = () => context.list(Downtimes).get(key);
const report = (centreIds: string[], by = 'isk-nord') =>
  reportDowntime(context, the(context, by), { assetKey: 'journal', note: '', centreIds });
const change = (centreIds: string[]) =>
  changeDowntime(context, the(context, 'isk-nord'), key, { startedAt, note: 'Sort skærm', centreIds });
async function close(): Promise<void> {
  setNow('2026-11-24T12:00:00Z');
  const said = { endedAt, cause: 'Strømmen gik', lessons: '', testedPlanKeys: [], improvements: [] };
  await closeDowntime(context, the(context, 'isk-nord'), key, said);
}
const correct = (centreIds: string[]) =>
  correctDowntime(context, the(context, 'isk-nord'), key, {
    startedAt,
    endedAt,
    centreIds,
    reason: 'Det stod forkert',
    expected: now()?.changedAt ?? '',
  });

async function refused(act: () => Promise<unknown>) {
  const { kind, code, details } = await act().then(() => asAppError(undefined), asAppError);
  return [kind, code, details['field']];
}
const unknown = ['invalid', 'contingency.unknownCentre', 'centreIds'];
const closeCentre = (id: string) => context.list(Centres).update(id, () => ({ closed: true }));

describe('the affected centres of a downtime', () => {
  it('are refused at their field where one does not exist, and nothing is written', async () => {
    expect(await refused(() => report(['nord', 'none']))).toEqual(unknown);
    expect(now()).toBeUndefined();
    await report(['nord']);
    expect(await refused(() => report(['syd', 'none'], 'manager-syd'))).toEqual(unknown);
    expect(await refused(() => change(['none']))).toEqual(unknown);
    await close();
    expect(await refused(() => correct(['none']))).toEqual(unknown);
    expect(now()).toMatchObject({ centreIds: ['nord'], note: '' });
    expect(now()?.correctedAt).toBeUndefined();
  });

  it('may not be a closed one, unless it stands already', async () => {
    await closeCentre('syd');
    expect(await refused(() => report(['nord', 'syd']))).toEqual(unknown);
    await report(['nord']);
    await closeCentre('nord');
    expect(await refused(() => change(['nord', 'syd']))).toEqual(unknown);
    expect(await change(['nord'])).toMatchObject({ centreIds: ['nord'], note: 'Sort skærm' });
    await close();
    expect(await correct(['nord'])).toMatchObject({ centreIds: ['nord'], correctedReason: 'Det stod forkert' });
  });

  it('stay among those to choose in the form after they have closed', async () => {
    await report(['nord']);
    const before = downtimeView(context, the(context, 'isk-nord'), key).allCentres;
    await closeCentre('nord');
    await closeCentre('syd');
    const ids = downtimeView(context, the(context, 'isk-nord'), key).allCentres.map(({ id }) => id);
    expect(ids).toContain('nord');
    expect(ids).not.toContain('syd');
    expect(ids).toHaveLength(before.length - 1);
  });

  it('do not lose a closed one when a second person reports another', async () => {
    await report(['nord']);
    await closeCentre('nord');
    await report(['syd'], 'manager-syd');
    expect(now()?.centreIds).toEqual(['syd', 'nord']);
  });

  it('may be none: a system that nobody is known to use can be down', async () => {
    await report([]);
    expect(now()?.centreIds).toEqual([]);
    await change(['nord']);
    expect(await change([])).toMatchObject({ centreIds: [] });
    await close();
    expect(await correct([])).toMatchObject({ centreIds: [] });
  });
});
