import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  employees,
  everybodyByName,
  everybodyByNameInTurn,
  isEmployed,
  People,
} from '../../../api/organisation/index.ts';
import { addDays, todayOf } from '../../../api/kernel/index.ts';
import { compareDanish } from '../../../api/texts/format.ts';
import { aPerson, aTown } from './builders.ts';

const danish = new Intl.Collator('da');

describe('everybodyByNameInTurn', () => {
  it('is the same, also when somebody comes, goes or is renamed between its slices', async () => {
    const { context } = await aTown();
    const people = context.list(People);
    for (let number = 0; number < 60; number += 1)
      await people.create(aPerson(`x${number}`, { title: `Person ${(number * 37) % 60}` }));
    let passed = performance.now();
    const monotonic = vi.spyOn(performance, 'now').mockImplementation(() => (passed += 1));
    const inTurn = everybodyByNameInTurn(context);
    await people.update('x1', () => ({ title: 'Anne' }));
    await people.remove('x2');
    await people.create(aPerson('x99', { title: 'Bo' }));
    const named = await inTurn.finally(() => monotonic.mockRestore());
    expect(named).toBe(everybodyByName(context));
    expect(named.map(({ person }) => person)).toEqual(
      people.all().toSorted((one, other) => compareDanish(one.title, other.title) || (one.key < other.key ? -1 : 1)),
    );
    expect(named.find(({ person }) => person.key === 'x1')?.folded).toBe('anne');
  });
});

describe('employees', () => {
  it('are read as a whole on another day, and not one by one', async () => {
    const { context, setNow } = await aTown();
    const before = employees(context).map(({ key }) => key);
    const people = context.list(People);
    const asked = vi.spyOn(people, 'get');
    setNow(`${addDays(todayOf(context.clock), 1)}T08:00:00.000Z`);
    expect(employees(context).map(({ key }) => key)).toEqual(before);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('everybodyByName', () => {
  it('is in the order of a phone book whoever comes, is renamed or goes', async () => {
    const name = fc.constantFrom('Anne', 'anne', 'Åse', 'Aase', 'Ørn', 'Ærø', 'Zita', 'Bo B', 'Bo A', '');
    const who = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'anne', 'bo');
    const step = fc.record({ who, name, what: fc.constantFrom('goes', 'isNamed', 'moves'), seen: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const { context } = await aTown();
        const today = todayOf(context.clock);
        for (const [at, { who: key, name: title, what, seen }] of steps.entries()) {
          const people = context.list(People);
          if (what === 'goes') await people.remove(key);
          else if (!people.get(key)) await people.create(aPerson(key, { title }));
          else await people.update(key, () => (what === 'moves' ? { jobTitle: `Nr. ${at}` } : { title }));
          if (!seen) continue;
          const named = everybodyByName(context);
          const ids = employees(context).map(({ key: id }) => id);
          expect(ids).toEqual(named.flatMap(({ person }) => (isEmployed(person, today) ? [person.key] : [])).sort());
          expect(named.map(({ person }) => person)).toHaveLength(people.all().length);
          expect(named.every(({ person }) => people.get(person.key) === person)).toBe(true);
          const titles = named.map(({ person }) => person.title);
          expect(titles.map((one, at) => at === 0 || danish.compare(titles[at - 1] ?? '', one) <= 0)).not.toContain(
            false,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
