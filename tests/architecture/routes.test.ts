import { expect, it } from 'vitest';
import { allRoutes } from '../../teams-app/program/routes.ts';

const partsOf = (name: string): string[] => name.split(/[ /]+/);
const isParam = (part: string): boolean => part.startsWith(':');

/** Whether every address of a route is matched by an earlier one. */
const takes = (earlier: string, later: string): boolean => {
  const [own, other] = [partsOf(earlier), partsOf(later)];
  return own.length === other.length && own.every((part, place) => isParam(part) || part === other[place]);
};
/** Two that differ in a name and a key only: a key equal to the name would match the other. */
const isTakenFor = (earlier: string, later: string): boolean => takes(later, earlier) && !takes(earlier, later);

it('no route is shadowed by one that is matched before it', () => {
  const names = allRoutes.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const shadowed = names.flatMap((later, place) =>
    names.slice(0, place).flatMap((earlier) => (takes(earlier, later) ? [`${later} by ${earlier}`] : [])),
  );
  expect(shadowed).toEqual([]);
  // The test can fail: the register's imports once had the position of an asset's key.
  expect(takes('GET /api/assets/:assetKey', 'GET /api/assets/imports')).toBe(true);
  expect(takes('GET /api/assets/imports', 'GET /api/assets/:assetKey')).toBe(false);
});

it('a name stands where others have a key only where no key can be that name', () => {
  const names = allRoutes.map(({ name }) => name);
  const taken = names.flatMap((later, place) =>
    names.slice(0, place).flatMap((earlier) => (isTakenFor(earlier, later) ? [`${earlier} before ${later}`] : [])),
  );
  expect(taken).toEqual([]);
});
