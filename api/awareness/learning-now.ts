import type { Context } from '../context.ts';
import { addCounts, noCount, type RoundCounts } from './learning-count.ts';
import { roundCountsInTurn } from './round-statuses.ts';
import { roundsInOrder, stateOfRound } from './rounds.ts';

/** Status of each course's newest started round, combined (R8), in slices. From memory. */
export async function learningInTurn(context: Context): Promise<Readonly<RoundCounts>> {
  const begun = roundsInOrder(context).filter((round) => stateOfRound(context, round) !== 'coming');
  const newest = begun.filter(
    (round, place) => begun.findIndex(({ courseKey }) => courseKey === round.courseKey) === place,
  );
  const counts: Readonly<RoundCounts>[] = [];
  for (const round of newest) counts.push(await roundCountsInTurn(context, round));
  const [only, ...others] = counts;
  if (only && others.length === 0) return only;
  const together: RoundCounts = { whole: noCount(), centres: new Map() };
  for (const { whole, centres } of counts) {
    addCounts(together.whole, whole);
    for (const [centreId, count] of centres) {
      const sum = together.centres.get(centreId) ?? noCount();
      together.centres.set(centreId, sum);
      addCounts(sum, count);
    }
  }
  return together;
}
