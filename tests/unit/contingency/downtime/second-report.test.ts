import { beforeEach, describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../../api/audit/index.ts';
import type { Context } from '../../../../api/context.ts';
import { Downtimes } from '../../../../api/contingency/index.ts';
import { changeDowntime } from '../../../../api/contingency/downtime/change-downtime.ts';
import { cancelDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { continueDowntimes } from '../../../../api/contingency/downtime/continue-downtimes.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { toldOf } from '../../../../api/contingency/downtime/told.ts';
import { refusal, the } from '../../organisation/builders.ts';
import { aCrisis } from './a-crisis.ts';

const key = 'downtime_journal_1';
let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => {
  ({ context, setNow } = await aCrisis());
  await report('isk-nord', { centreIds: ['nord'] });
  setNow('2026-11-24T09:10:00Z');
});

const report = (by: string, said: object = {}, idempotencyKey = by) =>
  reportDowntime(context, { ...the(context, by), idempotencyKey }, { assetKey: 'journal', note: '', ...said });
const now = () => context.list(Downtimes).get(key);
const trail = () =>
  context
    .list(AuditEntries)
    .all()
    .map(({ title, actorId, details }) => [title, actorId, details['startedAt'], details['centres']]);

describe('the second report of a running downtime', () => {
  it('unites the centres and takes the earliest start, and those of the new centre are told', async () => {
    const said = { startedAt: '2026-11-24T07:30:00Z', centreIds: ['syd'] };
    expect(await report('manager-syd', said)).toMatchObject({ existed: true, added: true, noteAdded: false });
    expect(now()).toMatchObject({
      ...{ startedAt: '2026-11-24T07:30:00.000Z', centreIds: ['nord', 'syd'], reportedBy: 'isk-nord' },
      ...{ changedBy: 'manager-syd', changedAt: '2026-11-24T09:10:00.000Z' },
    });
    expect(toldOf(context, { assetKey: 'journal', centreIds: now()?.centreIds ?? [] }).leaders).toContain(
      'manager-syd',
    );
  });

  it('keeps the start of the first when the second’s is later, and drops no centre', async () => {
    expect(await report('manager-syd', { startedAt: '2026-11-24T09:05:00Z', centreIds: ['nord'] })).toMatchObject({
      added: false,
    });
    expect(now()).toMatchObject({
      ...{ startedAt: '2026-11-24T09:00:00.000Z', centreIds: ['nord'], changedBy: 'isk-nord' },
    });
    expect(trail()).toEqual([
      ['reportDowntime', 'isk-nord', '2026-11-24T09:00:00.000Z', undefined],
      ['reportDowntime', 'manager-syd', undefined, undefined],
    ]);
  });

  it('is about the reporter’s own centre where none is said, and about no centre that the register does not know', async () => {
    await report('manager-syd');
    expect(now()?.centreIds).toEqual(['nord', 'syd']);
  });

  it('tells in the trail who said what, once, also when a job carries it on', async () => {
    await report('manager-syd', { startedAt: '2026-11-24T07:30:00Z' });
    await continueDowntimes(context);
    expect(trail()).toEqual([
      ['reportDowntime', 'isk-nord', '2026-11-24T09:00:00.000Z', undefined],
      ['reportDowntime', 'manager-syd', '2026-11-24T07:30:00.000Z', 1],
      ['changeDowntime', 'manager-syd', '2026-11-24T07:30:00.000Z', 2],
    ]);
  });

  it('is refused with a start that breaks the rules, and then adds nothing', async () => {
    const start = (startedAt: string) => refusal(() => report('manager-syd', { startedAt, centreIds: ['syd'] }));
    expect(await start('2026-09-24T10:00:00Z')).toBe('contingency.startsTooLongAgo');
    expect(await start('2026-11-24T10:00:00Z')).toBe('contingency.startsInFuture');
    expect(now()).toMatchObject({ centreIds: ['nord'], changedBy: 'isk-nord' });
  });

  it('does not undo a correction when its press is repeated', async () => {
    const said = { startedAt: '2026-11-24T07:30:00Z', centreIds: ['syd'] };
    await report('manager-syd', said);
    setNow('2026-11-24T09:12:00Z');
    const correct = { startedAt: '2026-11-24T08:00:00.000Z', note: '', centreIds: ['nord'] };
    await changeDowntime(context, the(context, 'isk-nord'), key, correct);
    await report('manager-syd', said);
    expect(now()).toMatchObject(correct);
  });

  it('loses nothing when the two come at the same moment, and is free for the first one’s own repeat', async () => {
    const fresh = await aCrisis();
    const both = (by: string, said: object) =>
      reportDowntime(fresh.context, the(fresh.context, by), { assetKey: 'journal', note: '', ...said });
    await Promise.all([
      both('isk-nord', { centreIds: ['nord'] }),
      both('manager-syd', { centreIds: ['syd'], startedAt: '2026-11-24T08:00:00Z' }),
    ]);
    expect(fresh.context.list(Downtimes).all()).toMatchObject([
      { centreIds: ['nord', 'syd'], startedAt: '2026-11-24T08:00:00.000Z' },
    ]);
    expect(await report('isk-nord', { centreIds: ['nord'] })).toMatchObject({ existed: true, added: false });
  });

  it('takes an earlier start and another centre also from whoever reported it first, with the same words', async () => {
    const said = { startedAt: '2026-11-24T07:30:00Z', centreIds: ['nord', 'syd'] };
    const again = await report('isk-nord', said, 'another press');
    expect(again).toMatchObject({ existed: true, added: true, noteAdded: false });
    expect(now()).toMatchObject({ startedAt: '2026-11-24T07:30:00.000Z', centreIds: ['nord', 'syd'] });
  });

  it.each([
    ['that adds nothing', 'manager-syd', { centreIds: ['nord'] }, { added: false, noteAdded: false }],
    [
      'that adds a centre and a note',
      'manager-syd',
      { centreIds: ['syd'], note: 'Nede' },
      { added: true, noteAdded: true },
    ],
    ['of whoever reported it first', 'isk-nord', { centreIds: ['nord'] }, { added: false, noteAdded: false }],
  ])(
    '%s gets the same answer when its press is repeated after the end, and begins no other',
    async (_, by, said, answer) => {
      const press = () => report(by, said, 'another press');
      expect(await press()).toMatchObject({ existed: true, ...answer });
      expect(await press()).toMatchObject({ existed: true, ...answer });
      setNow('2026-11-24T10:00:00Z');
      await cancelDowntime(context, the(context, 'isk-nord'), key, 'Falsk alarm');
      const told = trail();
      expect(await press()).toMatchObject({ existed: true, downtime: { key, state: 'cancelled' }, ...answer });
      expect([context.list(Downtimes).all().length, trail()]).toEqual([1, told]);
      // A new press is about a new downtime.
      expect(await report(by, said, 'a later press')).toMatchObject({ existed: false });
    },
  );

  it('brings no centre back that was corrected away, and starts nothing anew, when the first press is repeated', async () => {
    const fresh = await aCrisis();
    const isk = { ...the(fresh.context, 'isk-nord'), idempotencyKey: 'first' };
    const said = { assetKey: 'journal', note: '', centreIds: ['nord', 'syd'] };
    const first = () => reportDowntime(fresh.context, isk, said);
    await first();
    const correct = { startedAt: '2026-11-24T09:00:00.000Z', note: '', centreIds: ['nord'] };
    await changeDowntime(fresh.context, isk, key, correct);
    expect(await first()).toMatchObject({ existed: true, added: false, noteAdded: false });
    expect(fresh.context.list(Downtimes).get(key)).toMatchObject(correct);
    fresh.setNow('2026-11-24T10:00:00Z');
    await cancelDowntime(fresh.context, isk, key, 'Falsk alarm');
    expect(await first()).toMatchObject({ existed: true, downtime: { key, state: 'cancelled' } });
    expect(fresh.context.list(Downtimes).all()).toHaveLength(1);
  });

  it('does not undo a correction when the press of the first report is repeated', async () => {
    const fresh = await aCrisis();
    const first = () =>
      reportDowntime(
        fresh.context,
        { ...the(fresh.context, 'isk-nord'), idempotencyKey: 'first' },
        { assetKey: 'journal', note: '', startedAt: '2026-11-24T07:30:00Z' },
      );
    await first();
    const correct = { startedAt: '2026-11-24T08:00:00.000Z', note: '', centreIds: ['nord'] };
    await changeDowntime(fresh.context, the(fresh.context, 'isk-nord'), key, correct);
    expect(await first()).toMatchObject({ existed: true, added: false });
    expect(fresh.context.list(Downtimes).get(key)).toMatchObject(correct);
  });
});
