import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declareObligationSources, endAbsence, obligationsOf, recordAbsence } from '../../../api/obligations/index.ts';
import { deputyFor, People, rolesOf } from '../../../api/organisation/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { anOpenRound } from '../awareness/builders.ts';
import { publish } from '../policy/builders.ts';
import { aTown, day, person, the } from '../organisation/builders.ts';

const people = ['anne', 'isk-nord', 'manager-nord'] as const;

/** The policy and a course are to be done; Anne and Nord's ISK have come back from leave the day before yesterday. */
async function aTownWithLeave() {
  const { context, setNow } = await aTown('2026-10-01T09:00:00.000Z');
  declareObligationSources(context, obligationSources);
  await publish(context, the(context, 'ciso'));
  await anOpenRound(context, { dueOn: day('2026-11-01') });
  for (const who of people.slice(0, 2))
    await context.list(People).update(who, () => ({ absentFrom: day('2026-10-05'), absentTo: day('2026-11-22') }));
  setNow('2026-11-24T09:00:00.000Z');
  const known = () =>
    people.map((who) => ({
      who,
      owes: obligationsOf(context, person(who)).map(({ key, due, since, state }) => [key, due, since, state]),
      roles: rolesOf(context, person(who)),
      standsInFor: deputyFor(context, person(who), 'nord'),
    }));
  return { context, known };
}

describe('leave that is recorded and ended before it begins', () => {
  it('leaves what everybody owes, and by when, as if it had never been, in any order among several', async () => {
    const leave = fc.record({
      who: fc.constantFrom(...people),
      from: fc.constantFrom('2026-11-25', '2026-12-21', '2027-02-01').map(day),
      to: fc.constantFrom('2027-02-12', '2027-03-01').map(day),
      standIn: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(leave, { minLength: 1, maxLength: 4 }),
        fc.shuffledSubarray([...people], { minLength: 3 }),
        async (leaves, order) => {
          const { context, known } = await aTownWithLeave();
          const before = known();
          for (const { who, from, to, standIn } of leaves)
            await recordAbsence(context, the(context, who), {
              personId: person(who),
              from,
              to,
              ...(standIn ? { standInId: person('committee') } : {}),
            });
          for (const who of order) await endAbsence(context, the(context, who), person(who));
          expect(known()).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps the days after an earlier leave also while it is to come, and after it', async () => {
    const { context, known } = await aTownWithLeave();
    const [before] = known();
    const record = (from: string, to: string) =>
      recordAbsence(context, the(context, 'anne'), { personId: person('anne'), from: day(from), to: day(to) });
    await record('2027-02-01', '2027-02-12');
    expect(known()[0]).toEqual(before);
    await record('2027-03-01', '2027-03-05');
    expect(known()[0]).toEqual(before);
  });
});
