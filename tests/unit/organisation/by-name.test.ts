import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everybodyByName, People } from '../../../api/organisation/index.ts';
import { aPerson, aTown } from './builders.ts';

const danish = new Intl.Collator('da');

describe('everybodyByName', () => {
  it('is in the order of a phone book whoever comes, is renamed or goes', async () => {
    const name = fc.constantFrom('Anne', 'anne', 'Åse', 'Aase', 'Ørn', 'Ærø', 'Zita', 'Bo B', 'Bo A', '');
    const who = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'anne', 'bo');
    const step = fc.record({ who, name, goes: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { context } = await aTown();
        for (const { who: key, name: title, goes } of steps) {
          const people = context.list(People);
          if (goes) await people.remove(key);
          else if (people.get(key)) await people.update(key, () => ({ title }));
          else await people.create(aPerson(key, { title }));
          const named = everybodyByName(context);
          expect(named.map(({ person }) => person)).toHaveLength(people.all().length);
          expect(named.every(({ person }) => people.get(person.key) === person)).toBe(true);
          const titles = named.map(({ person }) => person.title);
          expect(titles.map((one, at) => at === 0 || danish.compare(titles[at - 1] ?? '', one) <= 0)).not.toContain(
            false,
          );
        }
      }),
      { numRuns: 25 },
    );
  });
});
