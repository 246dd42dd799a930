import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import { changeDowntime } from '../../../../api/contingency/downtime/change-downtime.ts';
import { cancelDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { limitAlarmKind, raiseLimitAlarms } from '../../../../api/contingency/index.ts';
import {
  alarmSubject,
  latestMark,
  limitMarks,
  markAt,
  markToTell,
  subjectOfAlarm,
  type GivenAlarm,
} from '../../../../api/contingency/limit-alarms/marks.ts';
import { Campaigns } from '../../../../api/deliveries/index.ts';
import { instant } from '../../../../api/kernel/index.ts';
import { RoleAssignments } from '../../../../api/organisation/index.ts';
import { limitAlarmCardFor } from '../../../../bot/index.ts';
import { lintCard, textsOf } from '../../bot/lint-card.ts';
import { anAssignment, person, the } from '../../organisation/builders.ts';
import { aCrisis, aProcedure } from './a-crisis.ts';

const at = (moment: string) => instant(new Date(moment));
const start = at('2026-11-24T09:00:00.000Z');

describe('the marks of an accepted downtime', () => {
  it.each([
    ['10:59:59.999', undefined],
    ['11:00:00.000', 'half'],
    ['11:59:59.999', 'half'],
    ['12:00:00.000', 'threeQuarters'],
    ['12:59:59.999', 'threeQuarters'],
    ['13:00:00.000', 'full'],
    ['23:00:00.000', 'full'],
  ])('of four hours from nine are, at %s, %s', (time, mark) => {
    expect(latestMark(start, 4, at(`2026-11-24T${time}Z`))).toBe(mark);
  });

  it('are told once each, whenever and however often one looks, and the clock may go back', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 12 }), (looks, quarters) => {
        const hours = quarters / 4;
        const given: GivenAlarm[] = [];
        for (const minute of looks) {
          const now = instant(new Date(Date.parse(start) + minute * 60_000));
          const mark = markToTell({ startedAt: start, hours, given }, now);
          if (mark === undefined) continue;
          expect(mark).toBe(latestMark(start, hours, now));
          given.push({ mark, at: now });
        }
        const told = given.map(({ mark }) => limitMarks.indexOf(mark));
        expect(told).toEqual([...new Set(told)].sort());
      }),
    );
  });

  it('that were told too early are told again when they are true', () => {
    const given = [{ mark: 'full' as const, at: at('2026-11-24T10:00:00Z') }];
    expect(markToTell({ startedAt: start, hours: 4, given }, at('2026-11-24T10:59:00Z'))).toBeUndefined();
    expect(markToTell({ startedAt: start, hours: 4, given }, at('2026-11-24T11:00:00Z'))).toBe('half');
    expect(markAt(start, 4, 'threeQuarters')).toBe('2026-11-24T12:00:00.000Z');
  });

  it('name their downtime and mark in what a message is about', () => {
    expect(subjectOfAlarm(alarmSubject('downtime_journal_1', 'full', 2))).toEqual({
      ...{ downtimeKey: 'downtime_journal_1', mark: 'full' },
    });
    for (const other of ['downtime_journal_1', '_limit_half_1', 'x_limit_quarter_1'])
      expect(subjectOfAlarm(other)).toBeUndefined();
  });
});

describe('alarms about what is down', () => {
  let context: Context;
  let setNow: (moment: string) => void;
  const key = 'downtime_journal_1';
  const alarms = async () => {
    await raiseLimitAlarms(context);
    return context
      .list(Campaigns)
      .all()
      .filter(({ kind }) => kind === limitAlarmKind.kind)
      .map(({ subjectKey }) => subjectKey.replace(`${key}_limit_`, ''));
  };
  const about = (mark: string) => `${key}_limit_${mark}`;
  const audience = (mark: string) => limitAlarmKind.audience(context, about(mark));
  const wordsFor = (mark: string, who: string) =>
    textsOf(limitAlarmCardFor(context, about(mark), person(who))).join(' | ');

  beforeEach(async () => {
    ({ context, setNow } = await aCrisis());
    await aProcedure(context);
    await context.list(RoleAssignments).create(anAssignment('bo', 'executiveBoard'));
    await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: '' });
  });

  it('come at half, three quarters and all of it, to ISKs, owner and those named, and to Direktionen when it is broken', async () => {
    setNow('2026-11-24T10:59:59.000Z');
    expect(await alarms()).toEqual([]);
    setNow('2026-11-24T11:00:00.000Z');
    expect(await alarms()).toEqual(['half_1']);
    expect(audience('half_1')).toEqual(['anne', 'isk-nord', 'isk-syd']);
    const half = limitAlarmCardFor(context, about('half_1'), person('isk-syd'));
    expect(lintCard(half)).toEqual([]);
    expect(wordsFor('half_1', 'isk-syd')).toContain('senest 24. nov. 2026 kl. 14.00 (Hjemmepleje, Center for nord)');
    setNow('2026-11-24T12:00:00.000Z');
    expect(await alarms()).toEqual(['half_1', 'threeQuarters_1']);
    expect(audience('half_1')).toEqual([]);
    expect(wordsFor('half_1', 'isk-nord')).toBe('Journalen: der er kommet en nyere besked om tiden.');
    setNow('2026-11-24T13:00:00.000Z');
    expect(await alarms()).toEqual(['half_1', 'threeQuarters_1', 'full_1']);
    expect(audience('full_1')).toEqual(expect.arrayContaining(['bo', 'ciso', 'manager-nord', 'manager-syd', 'team']));
    expect(wordsFor('full_1', 'bo')).toContain('Du får kortet, fordi Direktionen skal vide');
    expect(wordsFor('full_1', 'isk-nord')).toContain('Skulle have kørt igen');
    for (const who of ['bo', 'anne', 'ciso'])
      expect(lintCard(limitAlarmCardFor(context, about('full_1'), person(who)))).toEqual([]);
    setNow('2026-11-25T13:00:00.000Z');
    expect(await alarms()).toHaveLength(3);
  });

  it('that were missed are one, and none is told of what was over before', async () => {
    setNow('2026-11-24T15:00:00.000Z');
    expect(await alarms()).toEqual(['full_1']);
    await cancelDowntime(context, the(context, 'ciso'), key, 'Falsk');
    expect(wordsFor('full_1', 'bo')).toBe('Falsk alarm: Journalen var ikke nede.');
    await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: '' });
    await cancelDowntime(context, the(context, 'ciso'), 'downtime_journal_2', 'Falsk');
    setNow('2026-11-25T15:00:00.000Z');
    expect(await alarms()).toEqual(['full_1']);
  });

  it('take back what a corrected start makes untrue, and come again when it is true', async () => {
    await changeDowntime(context, the(context, 'ciso'), key, {
      ...{ startedAt: '2026-11-24T01:00:00Z', note: '', centreIds: ['nord'] },
    });
    expect(await alarms()).toEqual(['full_1']);
    await changeDowntime(context, the(context, 'ciso'), key, {
      ...{ startedAt: '2026-11-24T08:30:00Z', note: '', centreIds: ['nord'] },
    });
    expect(await alarms()).toEqual(['full_1']);
    expect(audience('full_1')).toEqual([]);
    expect(wordsFor('full_1', 'bo')).toBe('Journalen: starten er rettet, og tiden er ikke så langt endnu.');
    setNow('2026-11-24T10:30:00.000Z');
    expect(await alarms()).toEqual(['full_1', 'half_1']);
    setNow('2026-11-24T12:30:00.000Z');
    expect(await alarms()).toEqual(['full_1', 'half_1', 'full_2']);
    expect(audience('full_2')).toContain('bo');
  });
});
