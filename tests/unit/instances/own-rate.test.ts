import { expect, it } from 'vitest';
import { ownRate } from '../../../api/instances/index.ts';

it('knows the most instances of late after days without a message, and remembers no more than that', () => {
  let now = 0;
  const own = ownRate(() => now);
  for (; now < 200_000_000; now += 1_000) own.agreed(now < 100_000_000 ? 5 : 3, now);
  expect(own.most()).toBe(3);
  own.agreed(1, now);
  expect(own.most()).toBe(3);
});

it('pauses after a beat that Redis may have taken, then has a part, and after the membership an eighth of it all', () => {
  let now = 0;
  const own = ownRate(() => now);
  own.asked();
  own.agreed(3, now);
  now = 1_000;
  expect(own.part()).toEqual({ part: 1 / 4, waitMs: 1_500 });
  now = 2_500;
  expect(own.part()).toEqual({ part: 1 / 4, waitMs: 0 });
  now = 10_000;
  expect(own.part()).toEqual({ part: 1 / 24, waitMs: 0 });
});
