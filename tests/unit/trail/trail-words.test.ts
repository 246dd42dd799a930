import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import type { AuditEntry, RecordChange } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { nowOf, type Instant, type PersonId } from '../../../api/kernel/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { trailWords } from '../../../api/trail/views/trail-words.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { ReminderCadences } from '../../../api/reminders/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aTown, person } from '../organisation/builders.ts';

const t = translator('da');

/** What the trail says of a change, by field: before and after. */
function saidOf(list: string, fields: RecordChange['fields'], key = 'x') {
  const context: Context = { ...memoryContext().context, texts: () => t };
  const entry: AuditEntry = {
    key: 'e1',
    title: 'changeAsset',
    subjectKey: 'x',
    actorId: 'ciso' as PersonId,
    at: '2026-11-24T09:00:00.000Z' as Instant,
    details: {},
    changes: [{ list, key, what: 'change', fields }],
  };
  const { changes } = trailWords(context, allLists, 'da').entry(entry);
  return changes[0]?.fields.map(({ before, after }) => [before, after]);
}

describe('what an entry is about', () => {
  it('is told in words where its record is called by a code', async () => {
    const context: Context = { ...(await aTown()).context, texts: () => t };
    const cadence = { before: [7], onTheDay: true, overdueEvery: 7 };
    const changed = { changedBy: person('ciso'), changedAt: nowOf(context.clock) };
    await context.list(ReminderCadences).create({ key: 'takeCourse', title: 'takeCourse', cadence, ...changed });
    const { titleOf } = trailWords(context, allLists, 'da');
    expect(titleOf('councilSecretary_secretary_all')).toBe('Person secretary: Byrådssekretær');
    expect(titleOf('takeCourse')).toBe('Kursus');
  });
});

describe('a changed field in the trail', () => {
  it('is told as it was written where people write it, also when it equals a code', () => {
    expect(
      saidOf(Assets.name, [
        { field: 'title', before: 'open', after: 'system' },
        { field: 'supplier', after: 'list' },
        { field: 'state', before: 'inUse', after: 'retired' },
      ]),
    ).toEqual([
      ['open', 'system'],
      [undefined, 'list'],
      ['I brug', 'Ude af brug'],
    ]);
    expect(saidOf('NetworkMeetings', [{ field: 'agenda', after: ['open', 'course'] }])).toEqual([
      [undefined, 'open, course'],
    ]);
  });

  it('is told as it was written where a scale is given its name, and by the scale’s name where one is chosen', () => {
    const name = [{ field: 'title', after: 'high' }];
    expect(saidOf('RiskScales', name)).toEqual([[undefined, 'high']]);
    expect(saidOf('RiskScales', name, 'current')).toEqual([[undefined, 'Høj']]);
  });

  it('is told in words within a list only where it is of the program’s own codes', () => {
    expect(saidOf(Assets.name, [{ field: 'personalData', after: ['unknown'] }])).toEqual([[undefined, 'Ikke oplyst']]);
    expect(saidOf(Assets.name, [{ field: 'personalData', after: ['ordinary', 'sensitive'] }])).toEqual([
      [undefined, 'Almindelige, Følsomme'],
    ]);
    expect(saidOf('OfflinePacks', [{ field: 'withoutPlan', after: ['open', 'high'] }])).toEqual([
      [undefined, 'open, high'],
    ]);
  });

  it('is told as a day or a moment in Denmark, not as it is stored', () => {
    expect(
      saidOf('WheelTasks', [
        { field: 'doneOn', after: '2026-12-31' },
        { field: 'note', after: '2026-12-31' },
      ]),
    ).toEqual([
      [undefined, '31. dec. 2026'],
      [undefined, '2026-12-31'],
    ]);
    const late = [{ field: 'reviewedAt', before: '2026-07-01T22:30:00.000Z', after: '2026-12-31T23:30:00.000Z' }];
    expect(saidOf('CriticalServices', late)).toEqual([['2. jul. 2026 kl. 00.30', '1. jan. 2027 kl. 00.30']]);
  });

  it('is told in words where it is a code, also of a list or a field that is no more', () => {
    expect(saidOf('ReminderCadences', [{ field: 'title', after: 'takeCourse' }])).toEqual([[undefined, 'Kursus']]);
    expect(saidOf('Gone', [{ field: 'state', after: 'open' }])).toEqual([[undefined, 'Åben']]);
    expect(saidOf(Assets.name, [{ field: 'gone', after: true }])).toEqual([[undefined, 'Ja']]);
  });
});
