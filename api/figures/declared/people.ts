import { Acknowledgements } from '../../acknowledgements/index.ts';
import {
  Completions,
  CourseRounds,
  Courses,
  Exemptions,
  groupsOfRounds,
  learningInTurn,
} from '../../awareness/index.ts';
import type { Context } from '../../context.ts';
import { Campaigns, ConversationPages, DeliveryBlocks, unreachableReasonsInTurn } from '../../deliveries/index.ts';
import { holds, type CentreId, type PersonId } from '../../kernel/index.ts';
import {
  groupStamp,
  HandOvers,
  listsOfSources,
  maySeeCentres,
  obligationsInTurn,
  statusesInTurn,
} from '../../obligations/index.ts';
import {
  Centres,
  centres,
  employeeReaders,
  employees,
  employeesWithoutCentre,
  maySeeEmployeesOf,
  maySeeEveryEmployee,
  People,
} from '../../organisation/index.ts';
import { currentPolicy, policyCoverageInTurn, PolicyVersions } from '../../policy/index.ts';
import {
  centreIn,
  countedAs,
  pathWith,
  tallyInTurn,
  wholeOnly,
  type ByOwner,
  type Figure,
  type Owner,
} from '../figure.ts';

/** A room's own share by centre. */
function shareBy(
  context: Context,
  whole: { people: number; of: number },
  byCentre: ReadonlyMap<CentreId | undefined, { people: number; of: number }>,
): ByOwner {
  const found = new Map<Owner, ReturnType<typeof countedAs>>([['whole', countedAs('percent', whole.of, whole.people)]]);
  for (const { key } of centres(context)) {
    const centre = byCentre.get(key as CentreId);
    found.set(key as CentreId, countedAs('percent', centre?.of ?? 0, centre?.people ?? 0));
  }
  return found;
}

async function policyShare(context: Context): Promise<ByOwner> {
  const current = currentPolicy(context);
  const coverage = current && (await policyCoverageInTurn(context, current.key));
  if (!coverage) return wholeOnly({ numerator: 0, denominator: 0 });
  const centre = coverage.centres.map(
    (row) => [row.centre?.id as CentreId | undefined, { people: row.people, of: row.acknowledged }] as const,
  );
  return shareBy(context, { people: coverage.people, of: coverage.acknowledged }, new Map(centre));
}

async function courseShare(context: Context): Promise<ByOwner> {
  const { whole, centres: byCentre } = await learningInTurn(context);
  const rows = [...byCentre].map(([id, { people, done }]) => [id, { people, of: done }] as const);
  return shareBy(context, { people: whole.people, of: whole.done }, new Map(rows));
}

/** A room's own counts by centre. */
function counts(context: Context, whole: number, of: (centreId: CentreId) => number): ByOwner {
  const found = new Map<Owner, ReturnType<typeof countedAs>>([['whole', countedAs('count', whole)]]);
  for (const { key } of centres(context)) found.set(key as CentreId, countedAs('count', of(key as CentreId)));
  return found;
}

async function coursesLate(context: Context): Promise<ByOwner> {
  const { whole, centres: byCentre } = await learningInTurn(context);
  return counts(context, whole.overdue, (id) => byCentre.get(id)?.overdue ?? 0);
}

/** Overdue obligations: the count behind _Mit center_ and the digests. */
async function late(context: Context): Promise<ByOwner> {
  const { all } = await obligationsInTurn(context);
  const rows = await statusesInTurn(context, all);
  const whole = [...rows.values()].reduce((sum, { overdue }) => sum + overdue, 0);
  return counts(context, whole, (id) => rows.get(id)?.overdue ?? 0);
}

/** Share of required procedure receipts given. */
async function procedureReceipts(context: Context): Promise<ByOwner> {
  const { all } = await obligationsInTurn(context);
  return tallyInTurn(
    context,
    'percent',
    all,
    ({ centreId }) => [centreId],
    ({ kind, state }) =>
      kind === 'acknowledgeProcedure' && state !== 'paused'
        ? { numerator: state === 'done' ? 1 : 0, denominator: 1 }
        : { numerator: 0 },
  );
}

async function unreachable(context: Context): Promise<ByOwner> {
  const reasonOf = await unreachableReasonsInTurn(context);
  return tallyInTurn(
    context,
    'count',
    employees(context),
    ({ centreId }) => [centreId],
    ({ key }) => ({ numerator: reasonOf(key as PersonId) === undefined ? 0 : 1 }),
  );
}

/** People without a centre in use: not followed up. */
function withoutCentre(context: Context): ByOwner {
  const without = employeesWithoutCentre(context).length;
  return wholeOnly({ value: without, numerator: without, denominator: employees(context).length });
}

/** Group members of the latest directory sync: counts, and the role groups. */
const membersStamp = (context: Context): string =>
  [
    groupStamp(context),
    ...groupsOfRounds(context).map((id) => `${id} ${context.groupMembers?.(id)?.size ?? '-'}`),
  ].join(' ');

const learningLists = [Courses, CourseRounds, Completions, Exemptions, People, Centres];
const owedLists = (context: Context) => [...listsOfSources(context), HandOvers, People, Centres];

/** R7–R9: awareness and completed obligations. */
export const peopleFigures: readonly Figure[] = [
  {
    key: 'policyCoverage',
    area: 'people',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    work: 'acknowledgePolicy',
    lists: () => [People, Acknowledgements, PolicyVersions, Centres],
    also: membersStamp,
    of: policyShare,
    link: (owner) => pathWith('/policy/coverage', { centre: centreIn(owner) }),
  },
  {
    key: 'courseCoverage',
    area: 'people',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    work: 'takeCourse',
    lists: () => learningLists,
    also: membersStamp,
    of: courseShare,
    link: (owner) => pathWith('/learning/coverage', { centre: centreIn(owner) }),
  },
  {
    key: 'coursesLate',
    area: 'people',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'takeCourse',
    lists: () => learningLists,
    also: membersStamp,
    of: coursesLate,
    link: (owner) => pathWith('/learning/coverage', { show: 'overdue', centre: centreIn(owner) }),
  },
  {
    key: 'procedureReceipts',
    area: 'people',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    work: 'acknowledgeProcedure',
    lists: owedLists,
    also: groupStamp,
    of: procedureReceipts,
    link: (owner) =>
      pathWith('/centre', { show: 'open', kind: 'acknowledgeProcedure', centre: centreIn(owner) ?? 'all' }),
    opens: maySeeCentres,
  },
  {
    key: 'tasksLate',
    area: 'people',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    lists: owedLists,
    also: groupStamp,
    of: late,
    link: (owner) => pathWith('/centre', { show: 'overdue', centre: centreIn(owner) ?? 'all' }),
    opens: maySeeCentres,
  },
  {
    key: 'unreachable',
    area: 'people',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    onlyNow: true,
    lists: () => [People, Campaigns, DeliveryBlocks, ConversationPages, Centres],
    of: unreachable,
    link: (owner) => pathWith('/policy/unreachable', { centre: centreIn(owner) }),
    opens: (actor, owner) => (owner === 'whole' ? holds(actor, ...employeeReaders) : maySeeEmployeesOf(actor, owner)),
  },
  {
    key: 'peopleWithoutCentre',
    area: 'people',
    unit: 'count',
    good: 'down',
    whose: 'whole',
    lists: () => [People, Centres],
    of: withoutCentre,
    link: () => '/organisation/without-centre',
    opens: maySeeEveryEmployee,
  },
];
