import { ApprovalRequests, isDecidedLately, openStage } from '../../approvals/index.ts';
import { WheelActivities, WheelTasks } from '../../annual-wheel/index.ts';
import type { Context } from '../../context.ts';
import { daysBetween, localDate, todayOf, type CentreId } from '../../kernel/index.ts';
import { allMeasures, isOfStates, Measures, type MeasureStates } from '../../measures/index.ts';
import { Centres, centres, coordinatorsOf, People, RoleAssignments } from '../../organisation/index.ts';
import { centreIn, pathWith, tally, wholeOnly, type ByOwner, type Figure, type Owner } from '../figure.ts';

const approvalLists = () => [ApprovalRequests, Centres];
const approvals = (query: Readonly<Record<string, string>>) => (owner: Owner) =>
  pathWith('/approvals', { ...query, centre: centreIn(owner) });
const open = (context: Context) =>
  context
    .list(ApprovalRequests)
    .all()
    .filter(({ state }) => state === 'open');

function waiting(context: Context): ByOwner {
  return tally(
    context,
    'count',
    open(context),
    ({ centreId }) => [centreId],
    () => ({ numerator: 1 }),
  );
}

function late(context: Context): ByOwner {
  const today = todayOf(context.clock);
  const isLate = (dueOn: string | undefined) => dueOn !== undefined && dueOn < today;
  return tally(
    context,
    'count',
    open(context),
    ({ centreId }) => [centreId],
    (request) => ({ numerator: isLate(openStage(request)?.stage.dueOn) ? 1 : 0, denominator: 1 }),
  );
}

/** From submission to decision, for decisions of the last twelve months. What too few could vote on was not decided. */
function leadTime(context: Context): ByOwner {
  const today = todayOf(context.clock);
  const decided = context
    .list(ApprovalRequests)
    .all()
    .flatMap((request) => {
      const { submittedAt, endedAt, centreId } = request;
      if (endedAt === undefined || !isDecidedLately(request, today)) return [];
      return [{ centreId, days: Math.max(0, daysBetween(localDate(submittedAt), localDate(endedAt))) }];
    });
  return tally(
    context,
    'days',
    decided,
    ({ centreId }) => [centreId],
    ({ days }) => ({ numerator: days, denominator: 1 }),
  );
}

/** First-year costs of measures, kroner: one-off plus annual. */
const costs =
  (wanted: MeasureStates) =>
  (context: Context): ByOwner => {
    const found = allMeasures(context).filter(({ state }) => isOfStates(state, wanted));
    const sum = found.reduce((kroner, { measure }) => kroner + measure.costOnce + measure.costYearly, 0);
    return wholeOnly({ value: sum, numerator: sum, denominator: found.length });
  };
const measures = (state: MeasureStates) => () => pathWith('/measures', { state });
const measureLists = () => [Measures, ApprovalRequests, WheelActivities, WheelTasks, Centres];

const withoutCoordinator = (context: Context): ByOwner => {
  const without = centres(context).filter(({ key }) => coordinatorsOf(context, key as CentreId).length === 0).length;
  return wholeOnly({ value: without, numerator: without, denominator: centres(context).length });
};

/** R10–R13: are decisions made, and funded. */
export const decisionFigures: readonly Figure[] = [
  {
    key: 'approvalsWaiting',
    area: 'decisions',
    unit: 'count',
    good: 'neither',
    whose: 'centres',
    work: 'vote',
    lists: approvalLists,
    of: waiting,
    link: approvals({ show: 'all', state: 'open' }),
  },
  {
    key: 'approvalsLate',
    area: 'decisions',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'vote',
    lists: approvalLists,
    of: late,
    link: approvals({ show: 'all', state: 'overdue' }),
  },
  {
    key: 'approvalDays',
    area: 'decisions',
    unit: 'days',
    good: 'down',
    whose: 'centres',
    lists: approvalLists,
    of: leadTime,
    link: approvals({ show: 'decided', ended: 'lastYear' }),
  },
  {
    key: 'measuresAsked',
    area: 'decisions',
    unit: 'kroner',
    good: 'neither',
    whose: 'whole',
    lists: measureLists,
    of: costs('asked'),
    link: measures('asked'),
  },
  {
    key: 'measuresApproved',
    area: 'decisions',
    unit: 'kroner',
    good: 'neither',
    whose: 'whole',
    lists: measureLists,
    of: costs('granted'),
    link: measures('granted'),
  },
  {
    key: 'measuresSpent',
    area: 'decisions',
    unit: 'kroner',
    good: 'neither',
    whose: 'whole',
    lists: measureLists,
    of: costs('done'),
    link: measures('done'),
  },
  {
    key: 'measuresUnfunded',
    area: 'decisions',
    unit: 'kroner',
    good: 'down',
    whose: 'whole',
    lists: measureLists,
    of: costs('unfunded'),
    link: measures('unfunded'),
  },
  {
    key: 'centresWithoutIsk',
    area: 'decisions',
    unit: 'count',
    good: 'down',
    whose: 'whole',
    lists: () => [RoleAssignments, People, Centres],
    of: withoutCoordinator,
    link: () => '/organisation',
  },
];
