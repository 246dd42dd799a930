import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { employees, everybodyByName, isEmployed, People } from '../../../api/organisation/index.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { aPerson, aTown } from './builders.ts';

const danish = new Intl.Collator('da');

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
