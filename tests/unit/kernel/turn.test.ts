import { setImmediate as look } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { inSlices, sortedInSlices, turn, whileSomebodyWaits } from '../../../api/kernel/index.ts';

const busy = (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};
const as = <Result>(who: string, work: () => Result) => whileSomebodyWaits({ what: 'GET /api/x', who }, work);

/** Runs the work and returns what was done between two reads of the network. */
async function between<Done>(work: (done: (what: Done) => void) => Promise<unknown>): Promise<Done[][]> {
  const looks: Done[][] = [[]];
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      await look();
      looks.push([]);
    }
  })();
  await work((what) => looks.at(-1)?.push(what));
  isOver = true;
  await looking;
  return looks.filter((some) => some.length > 0);
}

describe('taking turns', () => {
  it('looks at the network between any two long pieces, however many are under way', async () => {
    const looks = await between<number>((done) =>
      Promise.all(
        Array.from({ length: 8 }, (_, job) =>
          inSlices([1, 2, 3], () => {
            busy(12);
            done(job);
          }),
        ),
      ),
    );
    // The first of each started before any turn.
    expect(looks.slice(1).every((some) => some.length === 1)).toBe(true);
    expect(looks.slice(1).length).toBe(16);
  });

  it('serves people in turn: who asks for much waits for it, and nobody else does', async () => {
    const served: string[] = [];
    const one = (who: string) => as(who, async () => served.push((await turn(), who)));
    await Promise.all([...Array.from({ length: 20 }, () => one('anne')), one('bo'), one('eva')]);
    expect(served.indexOf('bo')).toBeLessThan(3);
    expect(served.indexOf('eva')).toBeLessThan(4);
    expect(served.length).toBe(22);
  });

  it('begins many short pieces between two looks', async () => {
    const looks = await between<number>((done) =>
      Promise.all(
        Array.from({ length: 50 }, async (_, piece) => {
          await turn();
          done(piece);
        }),
      ),
    );
    expect(looks.length).toBeLessThan(25);
  });
});

describe('sorting in slices', () => {
  it('sorts as a sort in one go, equals in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(30), { maxLength: 3_000, size: 'max' }), async (numbers) => {
        const items = numbers.map((by, place) => ({ by, place }));
        const compare = (one: { by: number }, other: { by: number }) => one.by - other.by;
        expect(await sortedInSlices(items, compare)).toEqual(items.toSorted(compare));
      }),
      { numRuns: 20 },
    );
  });

  it('looks at the network in between', async () => {
    // Each look at the clock is a millisecond later.
    let passed = performance.now();
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (passed += 1));
    const items = Array.from({ length: 4_000 }, (_, place) => ({ by: (place * 7_919) % 4_000 }));
    const looks = await between<number>((done) =>
      sortedInSlices(items, (one, other) => {
        done(1);
        return one.by - other.by;
      }),
    ).finally(() => clock.mockRestore());
    // A piece is sorted with about four thousand comparisons, and pieces are merged ten at a time.
    expect(looks.length).toBeGreaterThan(500);
  });
});
