import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { todayOf } from '../../kernel/index.ts';
import { Centres, centres } from '../../organisation/index.ts';
import { allProcedures, coverageOf, guidelinesToCover, Procedures, ProcedureVersions } from '../../procedures/index.ts';
import { centreIn, pathWith, tally, type ByOwner, type Figure } from '../figure.ts';

/** Each centre's coverage of mandatory guidelines. */
function covered(context: Context): ByOwner {
  const guidelines = guidelinesToCover(context);
  const cells = centres(context).flatMap(({ key }) =>
    guidelines.map(({ now }) => ({ centre: key, state: coverageOf(context, now.procedure.key, key).state })),
  );
  return tally(
    context,
    'percent',
    cells,
    ({ centre }) => [centre],
    ({ state }) => ({ numerator: state === 'valid' ? 1 : 0, denominator: 1 }),
  );
}

function inForce(context: Context) {
  return [...allProcedures(context).values()].flatMap(({ procedure, current }) =>
    current ? [{ procedure, current }] : [],
  );
}

function reviewsLate(context: Context): ByOwner {
  const today = todayOf(context.clock);
  return tally(
    context,
    'count',
    inForce(context),
    ({ procedure }) => [procedure.centreId],
    ({ current }) => ({
      numerator: current.reviewOn !== undefined && current.reviewOn < today ? 1 : 0,
      denominator: 1,
    }),
  );
}

const lists = () => [Procedures, ProcedureVersions, ApprovalRequests, Centres];

/** R12, R16: written procedures. */
export const procedureFigures: readonly Figure[] = [
  {
    key: 'procedureCoverage',
    area: 'procedures',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    lists,
    of: covered,
    link: (owner) =>
      pathWith('/procedures/coverage', { as: owner === 'whole' ? undefined : 'table', centre: centreIn(owner) }),
  },
  {
    key: 'proceduresInForce',
    area: 'procedures',
    unit: 'count',
    good: 'neither',
    whose: 'centres',
    lists,
    of: (context) =>
      tally(
        context,
        'count',
        inForce(context),
        ({ procedure }) => [procedure.centreId],
        () => ({ numerator: 1 }),
      ),
    link: (owner) => pathWith('/procedures', { state: 'inForce', centre: centreIn(owner) }),
  },
  {
    key: 'procedureReviewsLate',
    area: 'procedures',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'reviewProcedure',
    lists,
    of: reviewsLate,
    link: (owner) => pathWith('/procedures', { state: 'expired', centre: centreIn(owner) }),
  },
];
