import { describe, expect, it } from 'vitest';
import { closeTest, saveEvaluation } from '../../../../api/contingency/exercises/evaluate-test.ts';
import { cancelTest, endTest, startTest } from '../../../../api/contingency/exercises/move-test.ts';
import { addImprovement } from '../../../../api/contingency/exercises/save-improvement.ts';
import { testRows } from '../../../../api/contingency/exercises/test-rows.ts';
import { testView } from '../../../../api/contingency/exercises/test-view.ts';
import { writeLog } from '../../../../api/contingency/exercises/write-log.ts';
import { personRef } from '../../../../api/organisation/index.ts';
import { refusal } from '../../organisation/builders.ts';
import { acts, anEndedTest, aRunningTest, aTestedTown, every, isk, testNow, whole } from './tested-town.ts';

describe('the log', () => {
  it('is written by those who take part while the test runs and until it is closed', async () => {
    const town = await aTestedTown();
    const { context } = town;
    const { key } = await town.plan();
    const write = (who: string, occasion?: string) =>
      writeLog(context, isk(town, who), {
        ...{ subjectKey: key, kind: 'decision', text: 'Vi ringer rundt' },
        ...(occasion === undefined ? {} : { occasion }),
      });
    expect(await refusal(() => write('anne'))).toBe('contingency.logClosed');
    await startTest(context, isk(town), key);
    const first = await write('anne', 'card');
    expect((await write('anne', 'card')).key).toBe(first.key);
    expect((await write('anne')).key).not.toBe(first.key);
    for (const who of ['bo', 'auditor', 'isk-syd'])
      expect(await refusal(() => write(who))).toBe('contingency.mayNotLog');
    await endTest(context, isk(town), key);
    await saveEvaluation(context, isk(town), key, whole);
    await closeTest(context, isk(town), key);
    expect(await refusal(() => write('isk-nord'))).toBe('contingency.logClosed');
    expect((await write('anne', 'card')).key).toBe(first.key);
    expect(await refusal(() => writeLog(context, isk(town), { subjectKey: 'nothing', kind: 'event', text: 'x' }))).toBe(
      'contingency.noSuchSubject',
    );
  });
});

describe('a test from start to result', () => {
  it('is started, ended and closed once each, by whoever keeps it', async () => {
    const town = await aTestedTown();
    const { context } = town;
    const key = await aRunningTest(town);
    await startTest(context, isk(town), key);
    expect(testNow(town, key).startedAt).toBe('2026-12-08T08:00:00.000Z');
    for (const act of [startTest, endTest, closeTest])
      expect(await refusal(() => act(context, isk(town, 'anne'), key))).toBe('contingency.mayNotTest');
    expect(await refusal(() => closeTest(context, isk(town), key))).toBe('contingency.testNotEnded');
    await endTest(context, isk(town), key);
    await endTest(context, isk(town), key);
    expect(await refusal(() => closeTest(context, isk(town), key))).toBe('contingency.evaluationMissing');
    await saveEvaluation(context, isk(town), key, whole);
    await closeTest(context, isk(town), key);
    await closeTest(context, isk(town), key);
    expect(testNow(town, key)).toMatchObject({ state: 'closed', passed: true, recovery: 1.5, dataLoss: 0 });
    await expect(saveEvaluation(context, isk(town), key, { wentWell: 'Andet' })).rejects.toMatchObject({
      code: 'contingency.testNotEnded',
      details: { name: personRef(context, isk(town).personId).name, on: '2026-12-08' },
    });
    expect(await refusal(() => startTest(context, isk(town), key))).toBe('contingency.testOver');
    expect(acts(town).sort()).toEqual(['closeTest', 'endTest', 'planTest', 'startTest']);
  });

  it('is evaluated part by part, and what is not given stays', async () => {
    const town = await aTestedTown();
    const key = await anEndedTest(town);
    const save = (body: Parameters<typeof saveEvaluation>[3]) => saveEvaluation(town.context, isk(town), key, body);
    await save({ results: [{ key: 'folder', met: false, note: 'Væk' }] });
    const other = {
      results: [
        { key: 'folder', met: true, note: '' },
        { key: 'unknown', met: true, note: '' },
      ],
    };
    expect(await refusal(() => save(other))).toBe('fields.choice');
    await save({ recovery: 2 });
    await save({ wentWell: 'Roen' });
    expect(testNow(town, key)).toMatchObject({
      ...{ recovery: 2, wentWell: 'Roen', results: [{ key: 'folder', met: false, note: 'Væk' }] },
    });
    await save({ recovery: null });
    expect(testNow(town, key).recovery).toBeUndefined();
    expect(testView(town.context, isk(town), key).gaps).toEqual(['results', 'toImprove']);
  });

  it('needs something to be better before it is closed as not passed', async () => {
    const town = await aTestedTown();
    const { context } = town;
    const key = await anEndedTest(town);
    await saveEvaluation(context, isk(town), key, { ...whole, recovery: 5 });
    expect(await refusal(() => closeTest(context, isk(town), key))).toBe('contingency.evaluationMissing');
    await addImprovement(context, isk(town), { subjectKey: key, title: 'Print', ownerId: 'anne', due: '2027-01-15' });
    await closeTest(context, isk(town), key);
    expect(testNow(town, key).passed).toBe(false);
  });

  it('can be called off with a reason, and not when it is over', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
    await cancelTest(town.context, isk(town), key, 'Brand');
    expect(testNow(town, key)).toMatchObject({ state: 'cancelled', cancelledReason: 'Brand' });
    const other = await anEndedTest(town);
    expect(await refusal(() => cancelTest(town.context, isk(town), other, 'For sent'))).toBe('contingency.testOver');
  });

  it('is read by whoever takes part or reads contingency, and by nobody else', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
    expect(testView(town.context, isk(town, 'anne'), key).abilities).toMatchObject({
      log: true,
      end: false,
      edit: false,
    });
    expect(testView(town.context, isk(town, 'auditor'), key).abilities).toEqual({
      ...{ edit: false, start: false, cancel: false, log: false, end: false, evaluate: false, improve: false },
      readAhead: false,
    });
    expect(await refusal(() => testView(town.context, isk(town, 'bo'), key))).toBe('contingency.mayNotReadTest');
    expect(testRows(town.context, isk(town, 'bo'), every)).toEqual([]);
  });
});
