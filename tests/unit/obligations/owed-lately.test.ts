import { describe, expect, it } from 'vitest';
import { centresView } from '../../../api/obligations/centre-status.ts';
import { declareObligationSources, owedLately, warmOwed, type PersonalSource } from '../../../api/obligations/index.ts';
import type { Obligation } from '../../../api/kernel/index.ts';
import { employees, People } from '../../../api/organisation/index.ts';
import { aPerson, aTown, day, person, the } from '../organisation/builders.ts';

/** Everybody employed has one obligation; passes over everybody are counted. */
async function aTownWithDebts() {
  const world = await aTown();
  const walks = { count: 0 };
  const debt = (id: string, today: string): Obligation => ({
    ...{ key: `debt-${id}`, kind: 'takeCourse', personId: person(id), subject: { key: 'a', title: 'A' } },
    ...{ due: day(today), since: day(today), state: 'open', personal: true, path: '/' },
  });
  const source: PersonalSource = {
    kinds: ['takeCourse'],
    lists: [People],
    all: (context, today) => {
      walks.count += 1;
      return employees(context).map(({ key }) => debt(key, today));
    },
    of: (_context, id, today) => [debt(id, today)],
  };
  declareObligationSources(world.context, { personal: [source], shared: [] });
  return { ...world, walks };
}

describe('what everybody owes, for those who count it', () => {
  it('is derived once, and again by the question after a change where it is little', async () => {
    const { context, walks } = await aTownWithDebts();
    const before = await owedLately(context);
    expect(await owedLately(context)).toBe(before);
    expect(walks.count).toBe(1);
    await context.list(People).create(aPerson('new'));
    const { all, asOf } = await owedLately(context);
    expect([all.length, asOf, walks.count]).toEqual([before.all.length + 1, undefined, 2]);
  });

  it('is told as it was, with as of when, where it is much: no question waits for it', async () => {
    const { context, walks } = await aTownWithDebts();
    const before = await owedLately(context, 0);
    await context.list(People).create(aPerson('new'));
    const asked = owedLately(context, 0);
    expect(walks.count).toBe(1);
    const { all, asOf } = await asked;
    expect(all).toBe(before.all);
    expect(asOf).toBeDefined();
  });

  it('is never of another day', async () => {
    const { context, setNow } = await aTownWithDebts();
    await owedLately(context, 0);
    setNow('2027-03-01T09:00:00.000Z');
    const { all, asOf } = await owedLately(context, 0);
    expect([all[0]?.due, asOf]).toEqual(['2027-03-01', undefined]);
  });

  it('is derived by one for all who ask at once, and the centres are counted of the same', async () => {
    const { context, walks } = await aTownWithDebts();
    await Promise.all([warmOwed(context), owedLately(context), owedLately(context)]);
    const { centres } = await centresView(context, the(context, 'ciso'));
    expect(walks.count).toBe(1);
    expect(centres.reduce((sum, { people }) => sum + people, 0)).toBe(employees(context).length);
  });
});
