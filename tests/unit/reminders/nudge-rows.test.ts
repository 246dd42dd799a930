import { describe, expect, it } from 'vitest';
import { Nudges } from '../../../api/obligations/index.ts';
import { peopleObligations } from '../../../api/obligations/people-obligations.ts';
import { nudgeRows } from '../../../api/reminders/nudge-others.ts';
import { person, refusal, the } from '../organisation/builders.ts';
import { aTownThatOwes, type Owed } from './builders.ts';

const task = (key: string, personId: string): Owed => ({
  ...{ key, kind: 'doWheelTask', personId, subject: 'wheel', since: '2026-06-01', due: '2026-11-20' },
});
const asked = (...rows: [personId: string, key: string][]) => rows.map(([personId, key]) => ({ personId, key }));

describe('rows of what people owe', () => {
  it('are nudged together, once a week, and not by whoever does not follow up that centre', async () => {
    const { context } = await aTownThatOwes([
      task('one', 'anne'),
      task('two', 'manager-nord'),
      task('own', 'isk-nord'),
    ]);
    const isk = the(context, 'isk-nord');
    const rows = asked(['anne', 'one'], ['manager-nord', 'two'], ['anne', 'gone']);
    expect(await refusal(() => nudgeRows(context, the(context, 'isk-syd'), rows))).toBe('reminders.mayNotNudge');
    expect(await refusal(() => nudgeRows(context, isk, asked(['isk-nord', 'own'])))).toBe('reminders.mayNotNudge');
    expect(await nudgeRows(context, isk, rows)).toMatchObject({ people: 2, asked: 0, unreachable: 0 });
    expect(await nudgeRows(context, isk, rows)).toMatchObject({ people: 0, asked: 2 });
    expect(context.list(Nudges).all()).toMatchObject([
      { people: [person('anne'), person('manager-nord')], by: isk.personId },
    ]);
  });

  it('say who was asked, and who may be', async () => {
    const { context } = await aTownThatOwes([
      task('one', 'anne'),
      task('two', 'manager-nord'),
      task('own', 'isk-nord'),
    ]);
    const isk = the(context, 'isk-nord');
    await nudgeRows(context, isk, asked(['anne', 'one']));
    const query = { show: 'open', sort: 'name', direction: 'up', offset: 0, limit: 50 } as const;
    const { rows } = await peopleObligations(context, isk, query);
    expect(rows.map(({ key, askedOn, abilities }) => [key, askedOn, abilities.nudge]).sort()).toEqual([
      ['one', '2026-11-24', false],
      ['own', undefined, false],
      ['two', undefined, true],
    ]);
    const seen = await peopleObligations(context, the(context, 'auditor'), query);
    expect(seen.rows.filter(({ abilities }) => abilities.nudge)).toEqual([]);
  });
});
