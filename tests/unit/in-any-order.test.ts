import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../api/context.ts';
import { asAppError, type AssignableRole, type PersonId } from '../../api/kernel/index.ts';
import { RoleAssignments, rolesOf } from '../../api/organisation/index.ts';
import { allRoutes } from '../../teams-app/program/routes.ts';
import { aSeededTown } from '../support/seeded-town.ts';
import { whatIsKnown } from '../support/what-is-known.ts';
import { the } from './organisation/builders.ts';

const holderOf = (context: Context, role: AssignableRole): PersonId | undefined =>
  context
    .list(RoleAssignments)
    .all()
    .toSorted((one, other) => one.key.localeCompare(other.key))
    .find((one) => one.role === role && rolesOf(context, one.personId).length > 0)?.personId;

/** The pages that are opened by their name alone. */
const pages = allRoutes.filter(
  ({ name, endpoint }) =>
    name.startsWith('GET ') &&
    !name.includes(':') &&
    !('file' in endpoint) &&
    (endpoint.query === undefined || endpoint.query.safeParse({}).success),
);
const graph = () => {
  throw new Error('not asked');
};

/** What each page shows to somebody of a role; `etag` and `asOf` say when the items were read. */
async function shown(context: Context, role: AssignableRole): Promise<[string, string][]> {
  const actor = the(context, holderOf(context, role) ?? '');
  const found: [string, string][] = [];
  for (const { name, endpoint, run } of pages) {
    const input = { params: {}, query: endpoint.query?.parse({}) ?? {}, body: undefined };
    const answer = await Promise.resolve()
      .then(() => run(context, actor, input, { graph }))
      .catch((thrown: unknown) => asAppError(thrown).code);
    const isOfReading = (field: string) => field === 'etag' || field === 'asOf';
    found.push([
      `${role} ${name}`,
      JSON.stringify(answer, (field, value: unknown) => (isOfReading(field) ? 0 : value)),
    ]);
  }
  return found;
}
const roles = ['ciso', 'coordinator', 'centreManager'] as const;

describe('items that come from SharePoint in any order', () => {
  it('make the same pages, tasks and figures', async () => {
    expect(pages.length).toBeGreaterThan(80);
    const inTurn = await aSeededTown();
    const [expected, pagesBefore] = [await whatIsKnown(inTurn.context), new Map<string, string>()];
    for (const role of roles) for (const [name, page] of await shown(inTurn.context, role)) pagesBefore.set(name, page);
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.nat({ max: 1_000_000 })),
        fc.constantFrom(...roles),
        async (places, role) => {
          const shuffled = <Item>(items: readonly Item[]): Item[] =>
            items
              .map((item) => ({ item, place: Number(places.next().value) }))
              .toSorted((one, other) => one.place - other.place)
              .map(({ item }) => item);
          const { context } = await aSeededTown(shuffled);
          for (const [name, page] of await shown(context, role))
            expect([name, page]).toEqual([name, pagesBefore.get(name)]);
          const holds = ([what]: [string, string]) => !what.endsWith(' holds');
          expect([...(await whatIsKnown(context))].filter(holds).toSorted()).toEqual(
            [...expected].filter(holds).toSorted(),
          );
        },
      ),
      { numRuns: 2, endOnFailure: true },
    );
  });
});
