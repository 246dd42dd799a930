import { expect, it } from 'vitest';
import { allFigures } from '../../../api/figures/all-figures.ts';
import type { CentreId } from '../../../api/kernel/index.ts';
import { the, aTown } from '../organisation/builders.ts';

it('the number of those who cannot be reached leads to their names only those who may see them', async () => {
  const { context } = await aTown();
  const opens = (who: string, owner: string) =>
    allFigures.find(({ key }) => key === 'unreachable')?.opens?.(the(context, who), owner as CentreId);
  expect(['nord', 'syd'].map((centre) => opens('manager-nord', centre))).toEqual([true, false]);
  expect(['whole', 'syd'].map((owner) => opens('ciso', owner))).toEqual([true, true]);
  expect(opens('committee', 'whole')).toBe(false);
});
