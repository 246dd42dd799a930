import { describe, expect, it } from 'vitest';
import { Centres } from '../../../api/organisation/index.ts';
import { visibleObligations, overdueByCentre, statuses } from '../../../api/obligations/index.ts';
import { the } from '../organisation/builders.ts';
import { aTownThatOwes, type Owed } from '../reminders/builders.ts';

const late = (key: string, personId: string, changes: Partial<Owed> = {}): Owed => ({
  ...{ key, kind: 'doWheelTask', personId, since: '2026-06-01', due: '2026-11-01' },
  ...changes,
});

describe('what is overdue in a centre', () => {
  it('is one number for cards, Mit center and the rows of the workbook, whatever its state and centre', async () => {
    const { context } = await aTownThatOwes([
      late('one', 'anne', { subject: 'same' }),
      late('two', 'team', { subject: 'same' }),
      late('three', 'anne'),
      late('south', 'bo'),
      late('done', 'anne', { isDone: true }),
      late('soon', 'anne', { due: '2026-12-01' }),
      late('whole', 'anne', { centreId: 'whole' }),
    ]);
    const rows = (centreId: string) =>
      visibleObligations(context, the(context, 'ciso'), { centreId, show: 'overdue', sort: 'due', direction: 'up' })
        .length;
    const compare = () => {
      const overdue = overdueByCentre(context);
      for (const [centreId, { overdue: status }] of statuses(context)) {
        const counted = overdue.get(centreId)?.obligations.length ?? 0;
        expect([centreId, status, rows(centreId ?? 'none')]).toEqual([centreId, counted, counted]);
      }
      return overdue;
    };
    const groups = [...compare().values()].map(({ groups: some }) => some.map(({ obligations }) => obligations.length));
    expect(groups.some((some) => some[0] === 2)).toBe(true);
    // A closed centre counts as none, in all of them.
    await context.list(Centres).update('syd', () => ({ closed: true }));
    expect(
      compare()
        .get(undefined)
        ?.obligations.map(({ key }) => key),
    ).toContain('south');
  });
});
