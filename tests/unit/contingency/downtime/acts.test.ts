import { beforeEach, describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../../api/audit/index.ts';
import type { Context } from '../../../../api/context.ts';
import { ContingencyLog, ContingencyTests, Downtimes, Improvements } from '../../../../api/contingency/index.ts';
import { changeDowntime } from '../../../../api/contingency/downtime/change-downtime.ts';
import { cancelDowntime, closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { continueDowntimes } from '../../../../api/contingency/downtime/continue-downtimes.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { writeLog } from '../../../../api/contingency/exercises/write-log.ts';
import { Campaigns } from '../../../../api/deliveries/index.ts';
import { asAppError } from '../../../../api/kernel/index.ts';
import { personRef } from '../../../../api/organisation/index.ts';
import { allObligations } from '../../../../api/obligations/index.ts';
import { named, refusal, the } from '../../organisation/builders.ts';
import { aCrisis, aProcedure } from './a-crisis.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => void ({ context, setNow } = await aCrisis()));

const report = (by = 'isk-nord', assetKey = 'journal', given: object = {}) =>
  reportDowntime(context, the(context, by), { assetKey, note: '', ...given });
const record = {
  endedAt: '2026-11-24T11:00:00.000Z',
  cause: 'Strømmen gik',
  lessons: '',
  testedPlanKeys: [],
  improvements: [],
};
const close = (given: object = {}, by = 'isk-nord', key = 'downtime_journal_1') =>
  closeDowntime(context, the(context, by), key, { ...record, ...given });
const detailsOf = (thrown: unknown) => asAppError(thrown).details;
const acts = () =>
  context
    .list(AuditEntries)
    .all()
    .map(({ title }) => title);

describe('reportDowntime', () => {
  it('starts the clock now, for the centres that the register knows, and begins the message', async () => {
    const { downtime, existed } = await report();
    expect(existed).toBe(false);
    expect(downtime).toMatchObject({
      ...{ key: 'downtime_journal_1', title: 'Journalen', state: 'running', startedAt: '2026-11-24T09:00:00.000Z' },
      ...{ centreIds: ['nord', 'syd'], reportedBy: 'isk-nord' },
    });
    expect(acts()).toEqual(['reportDowntime']);
    expect(context.list(Campaigns).all()).toMatchObject([
      { kind: 'downtime', subjectKey: downtime.key, title: 'Journalen', state: 'sending' },
    ]);
  });

  it('begins in no earlier downtime of the system, in whose last minute it may: forms give whole minutes', async () => {
    await report();
    setNow('2026-11-24T12:00:00Z');
    await close({ endedAt: '2026-11-24T11:00:30.000Z' });
    const again = (startedAt: string, by = 'manager-syd') => report(by, 'journal', { startedAt, centreIds: ['syd'] });
    expect(await refusal(() => again('2026-11-24T10:30:00Z'))).toBe('contingency.downtimesOverlap');
    expect(await refusal(() => again('2026-11-24T08:30:00Z'))).toBe('contingency.downtimesOverlap');
    expect(await again('2026-11-24T11:00:00Z', 'isk-nord')).toMatchObject({ existed: false });
    expect(await refusal(() => again('2026-11-24T10:30:00Z'))).toBe('contingency.downtimesOverlap');
    const change = { startedAt: '2026-11-24T10:30:00Z', note: '', centreIds: ['nord'] };
    const changed = changeDowntime(context, the(context, 'isk-nord'), 'downtime_journal_2', change);
    expect(await refusal(() => changed)).toBe('contingency.downtimesOverlap');
    expect(context.list(Downtimes).get('downtime_journal_2')?.startedAt).toBe('2026-11-24T11:00:00.000Z');
  });

  it('says of the other downtime when it was, and of a running one since when', async () => {
    await report();
    setNow('2026-11-24T12:00:00Z');
    await close();
    const overlap = report('isk-nord', 'journal', { startedAt: '2026-11-24T08:30:00Z' });
    expect(await overlap.catch(detailsOf)).toEqual({
      ...{ field: 'startedAt', from: '24. nov. 2026 kl. 10.00', to: '24. nov. 2026 kl. 12.00' },
    });
    await report();
    const over = { endedAt: '2026-11-24T12:30:00Z', cause: 'Strømmen gik' };
    setNow('2026-11-24T13:00:00Z');
    const within = report('isk-nord', 'journal', { startedAt: '2026-11-24T12:10:00Z', over });
    expect(await within.catch(detailsOf)).toEqual({ field: 'startedAt', from: '24. nov. 2026 kl. 13.00' });
  });

  it('records one that was forgotten and is over, before one that has been and while one runs, and tells nobody', async () => {
    await report();
    setNow('2026-11-24T12:00:00Z');
    await close();
    await report();
    const isk = { ...the(context, 'isk-nord'), idempotencyKey: 'forgotten' };
    const forgotten = {
      ...{ assetKey: 'journal', note: 'Sort skærm', startedAt: '2026-11-24T02:00:00Z' },
      over: { endedAt: '2026-11-24T07:00:00Z', cause: 'Strømmen gik' },
    };
    const cards = context.list(Campaigns).all().length;
    const { downtime, existed } = await reportDowntime(context, isk, forgotten);
    expect(existed).toBe(false);
    expect(downtime).toMatchObject({
      ...{ state: 'closed', startedAt: '2026-11-24T02:00:00.000Z', endedAt: '2026-11-24T07:00:00.000Z' },
      ...{ cause: 'Strømmen gik', kept: false, mtd: 4, closedBy: 'isk-nord', centreIds: ['nord', 'syd'] },
    });
    expect(await reportDowntime(context, isk, forgotten)).toMatchObject({
      existed: true,
      downtime: { key: downtime.key },
    });
    await continueDowntimes(context);
    expect(context.list(Downtimes).all()).toHaveLength(3);
    expect(context.list(Campaigns).all()).toHaveLength(cards);
    expect(acts().filter((act) => act === 'closeDowntime')).toHaveLength(2);
    const before = { ...forgotten, over: { ...forgotten.over, endedAt: '2026-11-24T01:00:00Z' } };
    expect(await refusal(() => reportDowntime(context, the(context, 'isk-nord'), before))).toBe(
      'contingency.endsBeforeStart',
    );
  });

  it('answers with what runs when the system is down already, whoever reports it', async () => {
    const first = await report();
    const second = await report('manager-syd');
    expect(second).toMatchObject({ existed: true, downtime: { key: first.downtime.key, reportedBy: 'isk-nord' } });
    expect(context.list(Downtimes).all()).toHaveLength(1);
    expect(context.list(Campaigns).all()).toHaveLength(1);
  });

  it('puts the note of whoever comes second in the log, once, whichever centre is theirs, and nothing of an own repeat', async () => {
    const said = { note: 'Sort skærm' };
    const { downtime } = await report('isk-nord', 'journal', { ...said, centreIds: ['nord'] });
    expect((await report('isk-nord', 'journal', said)).noteAdded).toBe(false);
    const second = { note: 'Leverandøren er ringet op' };
    for (let times = 0; times < 2; times += 1)
      expect(await report('manager-syd', 'journal', second)).toMatchObject({ existed: true, noteAdded: true });
    expect(await report('manager-syd')).toMatchObject({ existed: true, noteAdded: false });
    expect(context.list(ContingencyLog).all()).toMatchObject([
      { subjectKey: downtime.key, kind: 'event', text: second.note, by: 'manager-syd' },
    ]);
  });

  it('loses no note when two report it at the same moment', async () => {
    await Promise.all([
      report('isk-nord', 'journal', { note: 'Sort skærm' }),
      report('manager-syd', 'journal', { note: 'Intet svar' }),
    ]);
    const noted = [
      ...context
        .list(Downtimes)
        .all()
        .map(({ note }) => note),
    ];
    expect(
      [
        ...noted,
        ...context
          .list(ContingencyLog)
          .all()
          .map(({ text }) => text),
      ].sort(),
    ).toEqual(['Intet svar', 'Sort skærm']);
  });

  it('makes one when two report it at the same moment', async () => {
    const both = await Promise.all([report(), report('manager-syd')]);
    expect(new Set(both.map(({ downtime }) => downtime.key)).size).toBe(1);
  });

  it('reaches those who work with what depends on the system', async () => {
    const { downtime } = await report('bo', 'net');
    expect(downtime.centreIds).toEqual(['nord', 'syd']);
  });

  it('takes an earlier start, and other centres than the register says', async () => {
    const { downtime } = await report('isk-nord', 'journal', {
      startedAt: '2026-11-24T07:30:00Z',
      centreIds: ['syd'],
    });
    expect(downtime).toMatchObject({ startedAt: '2026-11-24T07:30:00.000Z', centreIds: ['syd'] });
  });

  it('refuses a start that has not come or is long gone, and counts a clock that is a little ahead as now', async () => {
    const start = (startedAt: string) => refusal(() => report('isk-nord', 'journal', { startedAt }));
    expect(await start('2026-11-24T10:00:00Z')).toBe('contingency.startsInFuture');
    expect(await start('2026-09-24T10:00:00Z')).toBe('contingency.startsTooLongAgo');
    const { downtime } = await report('isk-nord', 'journal', { startedAt: '2026-11-24T09:00:40Z' });
    expect(downtime.startedAt).toBe('2026-11-24T09:00:00.000Z');
  });

  it('is for those who keep plans and for the owner of the system, and of systems in use', async () => {
    expect((await report('bo', 'net')).existed).toBe(false);
    expect(await refusal(() => report('bo', 'journal'))).toBe('contingency.mayNotReport');
    expect(await refusal(() => report('auditor', 'journal'))).toBe('contingency.mayNotReport');
    expect(await refusal(() => report('isk-nord', 'old'))).toBe('contingency.assetRetired');
    expect(await refusal(() => report('isk-nord', 'none'))).toBe('assets.noSuchAsset');
  });

  it('has its message begun later when a crash came between', async () => {
    await report();
    await context.list(Campaigns).remove('downtimeCard_downtime_journal_1');
    await continueDowntimes(context);
    expect(context.list(Campaigns).all()).toHaveLength(1);
    expect(acts()).toEqual(['reportDowntime']);
  });
});

describe('changeDowntime', () => {
  it('corrects the start and the centres, and refuses what somebody else has changed', async () => {
    const { downtime } = await report();
    setNow('2026-11-24T09:10:00Z');
    const given = { startedAt: '2026-11-24T08:00:00.000Z', note: 'Sort skærm', centreIds: ['syd'] };
    const change = (seen: string, who = 'manager-nord', note = given.note) =>
      changeDowntime(context, the(context, who), downtime.key, { ...given, note, expected: seen });
    expect(await change(downtime.changedAt)).toMatchObject(given);
    expect(await refusal(() => change(downtime.changedAt, 'isk-nord'))).toBe('contingency.downtimeChanged');
    expect(await refusal(() => change(downtime.changedAt, 'manager-nord', 'Mere'))).toBe('contingency.downtimeChanged');
    // The answer was lost with the program, and the press came again.
    setNow('2026-11-24T09:12:00Z');
    expect(await change(downtime.changedAt)).toMatchObject({ ...given, changedAt: '2026-11-24T09:10:00.000Z' });
    expect(acts()).toEqual(['reportDowntime', 'changeDowntime']);
  });

  it('is not for everybody', async () => {
    const { downtime } = await report();
    const change = (who: string) => () =>
      changeDowntime(context, the(context, who), downtime.key, {
        startedAt: downtime.startedAt,
        note: '',
        centreIds: [],
      });
    // The south is affected: it writes in the log, and the record is the north’s.
    for (const who of ['bo', 'isk-syd', 'manager-syd', 'auditor', 'committee'])
      expect([who, await refusal(change(who))]).toEqual([who, 'contingency.mayNotKeepDowntime']);
  });
});

describe('closeDowntime', () => {
  it('freezes for each service whether its limit was kept', async () => {
    await report('isk-nord', 'journal', { startedAt: '2026-11-24T06:00:00Z' });
    setNow('2026-11-24T12:00:00Z');
    const closed = await close({ dataLoss: 0.5 });
    expect(closed).toMatchObject({ state: 'closed', endedAt: record.endedAt, mtd: 4, kept: false, dataLoss: 0.5 });
    expect(closed.hit).toEqual([
      { key: 'care', title: 'Hjemmepleje', mtd: 4, kept: false },
      { key: 'school', title: 'Skole', mtd: 24, kept: true },
    ]);
  });

  it('is done when the same person closes it once more, and refused to another', async () => {
    await report();
    setNow('2026-11-24T12:00:00Z');
    const first = await close();
    expect(await close({ cause: 'Noget andet' })).toMatchObject({ cause: first.cause, changedAt: first.changedAt });
    expect(await refusal(() => close({}, 'manager-nord'))).toBe('contingency.downtimeClosed');
    expect(await named(() => close({}, 'manager-nord'))).toEqual([
      personRef(context, first.closedBy ?? '').name,
      '2026-11-24',
    ]);
    expect(acts()).toEqual(['reportDowntime', 'closeDowntime']);
  });

  it('takes the words of whoever comes second to the record, once, when they are to be added', async () => {
    await report();
    setNow('2026-11-24T12:00:00Z');
    await close({ lessons: 'Skemaerne manglede' });
    const mine = { cause: 'Nødstrømmen svigtede', lessons: 'Ring tidligere', dataLoss: 0.5, addsToClosed: true };
    for (const now of ['2026-11-24T12:05:00Z', '2026-11-24T12:10:00Z']) {
      setNow(now);
      expect(await close({ ...mine, endedAt: '2026-11-24T10:00:00.000Z' }, 'manager-nord')).toMatchObject({
        ...{ cause: 'Strømmen gik\nNødstrømmen svigtede', lessons: 'Skemaerne manglede\nRing tidligere' },
        ...{ dataLoss: 0.5, closedBy: 'isk-nord', endedAt: record.endedAt, changedAt: '2026-11-24T12:05:00.000Z' },
      });
    }
    expect(acts()).toEqual(['reportDowntime', 'closeDowntime', 'changeDowntime']);
    expect(await refusal(() => close({ ...mine, lessons: 'a'.repeat(4_000) }))).toBe('contingency.recordFull');
  });

  it('refuses an end before the start and one that has not come', async () => {
    await report();
    setNow('2026-11-24T12:00:00Z');
    expect(await refusal(() => close({ endedAt: '2026-11-24T08:00:00Z' }))).toBe('contingency.endsBeforeStart');
    expect(await refusal(() => close({ endedAt: '2026-11-24T13:00:00Z' }))).toBe('contingency.endsInFuture');
    expect(context.list(Downtimes).get('downtime_journal_1')?.state).toBe('running');
  });

  it('makes improvements once, and counts as a test of the plans that are chosen', async () => {
    await aProcedure(context);
    await report();
    setNow('2026-11-24T12:00:00Z');
    const improvements = [{ title: 'Læg nødskemaer i bilerne', ownerId: 'anne', due: '2026-12-24' }];
    await close({ improvements, testedPlanKeys: ['nord-plan'], lessons: 'Skemaerne manglede' });
    await close({ improvements, testedPlanKeys: ['nord-plan'] });
    expect(context.list(Improvements).all()).toMatchObject([{ source: 'downtime', subjectKey: 'downtime_journal_1' }]);
    expect(context.list(ContingencyTests).all()).toMatchObject([
      {
        planKey: 'nord-plan',
        kind: 'fullStop',
        state: 'closed',
        recovery: 2,
        passed: true,
        toImprove: 'Skemaerne manglede',
      },
    ]);
  });

  it('does not close when an improvement is refused, or a plan that the writer does not keep is to count', async () => {
    await aProcedure(context);
    await report();
    setNow('2026-11-24T12:00:00Z');
    const improvements = [{ title: 'Læg skemaer frem', ownerId: 'nobody', due: '2026-12-24' }];
    expect(await refusal(() => close({ improvements }))).toBe('contingency.unknownOwner');
    expect(await refusal(() => close({ testedPlanKeys: ['nord-plan'] }, 'anne'))).toBe('contingency.planNotTestable');
    expect(context.list(Downtimes).get('downtime_journal_1')?.state).toBe('running');
  });

  it('lets the system go down once more', async () => {
    await report();
    setNow('2026-11-24T12:00:00Z');
    await close();
    expect((await report()).downtime.key).toBe('downtime_journal_2');
  });
});

describe('cancelDowntime', () => {
  it('keeps the reason, is done when repeated, and closes nothing that was closed', async () => {
    await report();
    const cancel = () => cancelDowntime(context, the(context, 'ciso'), 'downtime_journal_1', 'Kun én skærm');
    const first = await cancel();
    expect(first).toMatchObject({ state: 'cancelled', cancelledReason: 'Kun én skærm' });
    setNow('2026-11-24T12:00:00Z');
    expect(await cancel()).toEqual(first);
    expect(await refusal(() => close())).toBe('contingency.downtimeCancelled');
    expect(acts()).toEqual(['reportDowntime', 'cancelDowntime']);
  });
});

describe('the log', () => {
  it('takes words while it runs, from those who keep it, and none when it is over', async () => {
    const { downtime } = await report();
    const write = (by: string) =>
      writeLog(context, the(context, by), {
        subjectKey: downtime.key,
        kind: 'event',
        text: 'Leverandøren er ringet op',
      });
    expect(await write('manager-nord')).toMatchObject({ subjectKey: downtime.key, by: 'manager-nord' });
    expect(await refusal(() => write('bo'))).toBe('contingency.mayNotLog');
    setNow('2026-11-24T12:00:00Z');
    await close();
    expect(await refusal(() => write('manager-nord'))).toBe('contingency.logClosed');
  });
});

describe('what is owed', () => {
  const owed = () =>
    allObligations(context)
      .filter(({ kind }) => kind === 'closeDowntime')
      .map(({ personId, since, due }) => ({ personId, since, due }));

  it('is to close a downtime that has run for a day, by whoever reported it, until it is closed', async () => {
    await report();
    setNow('2026-11-24T22:00:00Z');
    expect(owed()).toEqual([]);
    setNow('2026-11-25T10:00:00Z');
    expect(owed()).toEqual([{ personId: 'isk-nord', since: '2026-11-25', due: '2026-11-26' }]);
    await close();
    expect(owed()).toEqual([]);
  });
});
