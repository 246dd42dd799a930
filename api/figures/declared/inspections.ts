import type { Context } from '../../context.ts';
import { Improvements, improvementsOf } from '../../contingency/index.ts';
import {
  findingState,
  InspectionFindings,
  Inspections,
  inspectionsPath,
  isLateFinding,
  isOpenFinding,
} from '../../inspections/index.ts';
import { todayOf } from '../../kernel/index.ts';
import { Centres } from '../../organisation/index.ts';
import { centreIn, pathWith, tally, type ByOwner, type Figure, type Owner } from '../figure.ts';

/** This year's visits due by today, without cancelled ones. */
function held(context: Context): ByOwner {
  const today = todayOf(context.clock);
  const planned = context
    .list(Inspections)
    .all()
    .filter(
      ({ plannedOn, state }) =>
        state !== 'cancelled' && plannedOn <= today && plannedOn.slice(0, 4) === today.slice(0, 4),
    );
  return tally(
    context,
    'percent',
    planned,
    ({ centreId }) => [centreId],
    ({ state }) => ({ numerator: state === 'planned' ? 0 : 1, denominator: 1 }),
  );
}

/** Findings as of the day, by the inspections' rule. */
const findings =
  (is: (state: ReturnType<typeof findingState>) => boolean) =>
  (context: Context): ByOwner => {
    const today = todayOf(context.clock);
    return tally(
      context,
      'count',
      context.list(InspectionFindings).all(),
      ({ centreId }) => [centreId],
      (finding) => {
        const state = findingState(finding, improvementsOf(context, finding.key), today);
        return { numerator: is(state) ? 1 : 0 };
      },
    );
  };

const lists = () => [InspectionFindings, Improvements, Centres];
const list = (query: Readonly<Record<string, string>>) => (owner: Owner) =>
  pathWith(`${inspectionsPath}/findings`, { ...query, centre: centreIn(owner) });

/** R2: are units visited, and findings resolved. */
export const inspectionFigures: readonly Figure[] = [
  {
    key: 'inspectionsHeld',
    area: 'inspections',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    ofYear: true,
    lists: () => [Inspections, Centres],
    of: held,
    link: (owner) => pathWith(inspectionsPath, { show: 'unheld', centre: centreIn(owner) }),
  },
  {
    key: 'findingsOpen',
    area: 'inspections',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'doImprovement',
    lists,
    of: findings(isOpenFinding),
    link: list({}),
  },
  {
    key: 'findingsLate',
    area: 'inspections',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'doImprovement',
    lists,
    of: findings(isLateFinding),
    link: list({ state: 'overdue' }),
  },
];
