import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredCentres } from '../../../tab/shared/forms/offered-centres.ts';
import { placesOf } from '../../../tab/shared/ui/WithPlaces.tsx';

const centre = (id: string) => ({ id, title: `Center ${id}` });
const ids = fc.uniqueArray(fc.constantFrom('nord', 'syd', 'øst', 'vest', 'midt'));
const abilities = { keep: [] as string[], keepAll: true } as unknown as Parameters<typeof placesOf>[1];

describe('the centres of a form', () => {
  it('are those in use, and what is chosen and has closed meanwhile, each once and with its name', () => {
    fc.assert(
      fc.property(ids, ids, ids, (inUse, known, chosen) => {
        const offered = offeredCentres(inUse.map(centre), known.map(centre), chosen);
        const ended = known.filter((id) => chosen.includes(id) && !inUse.includes(id));
        expect(offered).toEqual([...inUse, ...ended].map(centre));
      }),
      { numRuns: 500 },
    );
  });

  it('have the one that the record has, also when it has closed', () => {
    const all = [{ ...centre('nord') }] as unknown as Parameters<typeof placesOf>[0];
    const keptOf = (may: typeof abilities) => placesOf(all, may, { centre: centre('syd') }).kept.map(({ id }) => id);
    expect(keptOf(abilities)).toEqual(['nord', 'syd']);
    expect(keptOf({ ...abilities, keep: ['nord'], keepAll: false })).toEqual(['nord', 'syd']);
    expect(placesOf(all, abilities, { centre: centre('nord') }).kept).toEqual([centre('nord')]);
  });
});
