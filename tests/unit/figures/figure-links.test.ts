import { expect, it } from 'vitest';
import { z } from 'zod';
import { openTasksDueBy, WheelTasks } from '../../../api/annual-wheel/index.ts';
import type { Context } from '../../../api/context.ts';
import { Downtimes } from '../../../api/contingency/index.ts';
import { planCoverage } from '../../../api/contingency/plan-pages/coverage-view.ts';
import { Inspections } from '../../../api/inspections/index.ts';
import { findingsQuery } from '../../../api/inspections/contract.ts';
import { findingList } from '../../../api/inspections/findings/finding-views.ts';
import { programmeView } from '../../../api/inspections/visits/programme-view.ts';
import { improvementSources } from '../../../api/contingency/vocabulary.ts';
import { allFigures } from '../../../api/figures/all-figures.ts';
import type { Counted } from '../../../api/figures/figure.ts';
import { Incidents } from '../../../api/incidents/index.ts';
import { instant, type CentreId } from '../../../api/kernel/index.ts';
import { allMeasures } from '../../../api/measures/index.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { registerQuery } from '../../../api/risks/contract.ts';
import { registerView } from '../../../api/risks/register/register-view.ts';
import { translator } from '../../../api/texts/translate.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';
import { aSeededTown } from '../../support/seeded-town.ts';
import { day, the, aTown } from '../organisation/builders.ts';

const figureOf = (key: string) => {
  const found = allFigures.find((figure) => figure.key === key);
  if (!found) throw new Error(`no figure ${key}`);
  return found;
};

const cisoOf = (context: Context) => {
  const found = context
    .list(RoleAssignments)
    .all()
    .find(({ role }) => role === 'ciso');
  return the(context, found?.personId ?? '');
};

it('the number of those who cannot be reached leads to their names only those who may see them', async () => {
  const { context } = await aTown();
  const opens = (who: string, owner: string) => figureOf('unreachable').opens?.(the(context, who), owner as CentreId);
  expect(['nord', 'syd'].map((centre) => opens('manager-nord', centre))).toEqual([true, false]);
  expect(['whole', 'syd'].map((owner) => opens('ciso', owner))).toEqual([true, true]);
  expect(opens('committee', 'whole')).toBe(false);
});

/** The route behind each page, and how its address names what the route asks for. */
const pages: Record<string, { route: string; asks(query: Query): Query }> = {
  '/approvals': { route: 'GET /api/approvals', asks: withCentre },
  '/centre': { route: 'GET /api/obligations/people', asks: withCentre },
  '/contingency': { route: 'GET /api/contingency/overview', asks: asItIs },
  '/contingency/downtime': { route: 'GET /api/contingency/downtimes', asks: asItIs },
  '/contingency/tests': { route: 'GET /api/contingency/improvements', asks: ({ show: _show, ...query }) => query },
  '/incidents': { route: 'GET /api/incidents', asks: asItIs },
  '/inspections/findings': { route: 'GET /api/inspection-findings', asks: asItIs },
  '/measures': { route: 'GET /api/measures', asks: asItIs },
  '/policy/unreachable': { route: 'GET /api/unreachable', asks: withCentre },
  '/procedures': { route: 'GET /api/procedures', asks: withCentre },
  '/risks/assets': { route: 'GET /api/assets', asks: asItIs },
  '/risks/register': { route: 'GET /api/risks/register', asks: asItIs },
  '/standards/gaps': {
    route: 'GET /api/requirement-gaps',
    asks: ({ standard = '', ...query }) => ({ ...query, standardKey: standard }),
  },
  '/standards/controls': { route: 'GET /api/controls', asks: withCentre },
  '/wheel': { route: 'GET /api/wheel/tasks', asks: ({ as: _as, ...query }) => withCentre(query) },
};
type Query = Record<string, string>;
function asItIs(query: Query): Query {
  return query;
}
function withCentre({ centre, ...query }: Query): Query {
  return centre === undefined ? query : { ...query, centreId: centre };
}

const noGraph = {
  graph: () => {
    throw new Error('no list needs Graph');
  },
};
const answered = z.looseObject({
  total: z.number().optional(),
  counts: z.looseObject({ total: z.number().optional() }).optional(),
  improvements: z.array(z.unknown()).optional(),
  measures: z.array(z.unknown()).optional(),
  people: z.array(z.unknown()).optional(),
});
async function rowsAt(context: Context, path: string): Promise<number | undefined> {
  const { pathname, searchParams } = new URL(path, 'https://tab.example');
  const page = pages[pathname];
  const route = allRoutes.find(({ name }) => name === page?.route);
  const { centreId, ...asked } = page?.asks(Object.fromEntries(searchParams)) ?? {};
  const query = { ...asked, ...(centreId === undefined || centreId === 'all' ? {} : { centreId }) };
  const parsed = route?.endpoint.query?.parse(query) ?? {};
  expect(Object.keys(query).filter((name) => !Object.hasOwn(parsed, name))).toEqual([]);
  const answer = await route?.run(context, cisoOf(context), { params: {}, query: parsed, body: undefined }, noGraph);
  const { total, counts: ofAll, improvements, measures, people } = answered.parse(answer);
  return total ?? ofAll?.total ?? (improvements ?? measures ?? people)?.length;
}

/** What the pages have more of than the figures count. */
async function addUncounted(context: Context): Promise<void> {
  const downtimes = context.list(Downtimes);
  for (const { key, ...one } of downtimes.all().filter(({ state }) => state === 'closed')) {
    await downtimes.create({ ...one, key: `${key}-false`, state: 'cancelled' });
    await downtimes.create({
      ...one,
      key: `${key}-before`,
      kept: false,
      startedAt: instant(new Date('2025-03-04T10:00:00.000Z')),
    });
  }
}

/** The made-up municipality tells of none. */
async function addIncidents(context: Context): Promise<void> {
  const { personId: reportedBy } = cisoOf(context);
  const moments = ['2025-06-01T10:00:00.000Z', '2026-06-01T10:00:00.000Z'].map((at) => instant(new Date(at)));
  for (const reportedAt of moments)
    for (const state of ['open', 'taken', 'closed'] as const)
      await context.list(Incidents).create({
        key: `${state}-${reportedAt}`,
        title: '',
        kind: 'lostDevice',
        state,
        text: '',
        reportedBy,
        reportedAt,
        takenAt: state === 'open' ? undefined : reportedAt,
      });
}

async function addUncountedTasks(context: Context): Promise<void> {
  const tasks = context.list(WheelTasks);
  const open = openTasksDueBy(context, day('2026-12-30'));
  const cancelled = tasks.all().find(({ state }) => state === 'cancelled');
  const touched = tasks.all()[0];
  if (!touched || !cancelled || !open[0]) throw new Error('no such task');
  const { key, activity, occurrence, centreId } = open[0];
  // Late from the year before, and cancelled ahead of its day.
  const before = { ...touched, key, activityKey: activity.key, occurrence, movedTo: day('2025-12-20'), centreId };
  await tasks.create({ ...before, state: 'inProgress', doneOn: undefined, run: undefined });
  // A measure that is carried out.
  for (const { key: taskKey, ...task } of allMeasures(context).flatMap((one) => one.tasks))
    await tasks.create({
      ...touched,
      key: taskKey,
      activityKey: task.activity.key,
      occurrence: task.occurrence,
      state: 'done',
      run: task.run,
      centreId: task.centreId,
    });
  await tasks.create({ ...cancelled, key: `${cancelled.key}-ahead`, movedTo: day('2026-12-31') });
}

type Rows = (counted: Counted) => number | undefined;
const counts: Rows = ({ numerator }) => numerator;
/** Of a share: the rest. */
const missing: Rows = ({ numerator, denominator }) => (denominator ?? 0) - numerator;
/** Of an average or a sum: what it is of. */
const all: Rows = ({ denominator }) => denominator;

const held: readonly [string, Rows][] = [
  ['risks', counts],
  ['risksWorst', counts],
  ['risksSecond', counts],
  ['acceptancesOver', counts],
  ['risksUntreated', counts],
  ['assetsAssessed', missing],
  ['assessmentsLate', counts],
  ['vital', counts],
  ['vitalWithPlan', missing],
  ['vitalRestorable', missing],
  ['vitalTested', missing],
  ['vitalInTime', missing],
  ['vitalWithGaps', counts],
  ['downtimes', counts],
  ['downtimesKept', missing],
  ['improvementsLate', counts],
  ['wheelDone', missing],
  ['wheelLate', counts],
  ['wheelMissed', counts],
  ['wheelDoneLate', counts],
  ['wheelCancelled', counts],
  ['approvalsWaiting', counts],
  ['approvalsLate', counts],
  ['approvalDays', all],
  ['measuresAsked', all],
  ['measuresApproved', all],
  ['measuresSpent', all],
  ['measuresUnfunded', all],
  ['incidents', counts],
  ['incidentsOpen', counts],
  ['incidentHours', all],
  ['tasksLate', counts],
  ['procedureReceipts', missing],
  ['unreachable', counts],
  ['proceduresInForce', counts],
  ['procedureReviewsLate', counts],
  ['findingsOpen', counts],
  ['findingsLate', counts],
  ['controlsLate', counts],
  ['standard-iso27001', missing],
  ['standard-iso27001-a', missing],
  ['standard-gdpr', missing],
  ['standard-nis2', missing],
  ['standard-nsis', missing],
];

it.each(held)('the number %s opens as many rows as it counts, of the whole and of each centre', async (key, rowsOf) => {
  const { context, setNow } = await aSeededTown();
  setNow('2026-12-30T10:00:00.000Z');
  await addUncounted(context);
  await addUncountedTasks(context);
  await addIncidents(context);
  const figure = figureOf(key);
  const counted = await figure.of(context);
  expect(rowsOf(counted.get('whole') ?? { numerator: 0 })).toBeGreaterThan(0);
  const opened: [string, number | undefined][] = [];
  for (const owner of counted.keys()) opened.push([owner, await rowsAt(context, figure.link(owner, context))]);
  expect(opened).toEqual([...counted].map(([owner, one]) => [owner, rowsOf(one)]));
});

it('the late actions of the risks that their number opens are as many as it says', async () => {
  const { context, setNow } = await aSeededTown();
  setNow('2026-12-30T10:00:00.000Z');
  const figure = figureOf('treatmentsLate');
  for (const [owner, { numerator }] of await figure.of(context)) {
    const { searchParams } = new URL(figure.link(owner, context), 'https://tab.example');
    const { centreId, ...asked } = Object.fromEntries(searchParams);
    const query = registerQuery.parse({ ...asked, ...(centreId === 'all' ? {} : { centreId }) });
    const { rows } = registerView(context, cisoOf(context), { ...query, limit: 500 });
    const late = rows.reduce((sum, { actions }) => sum + actions.overdue, 0);
    expect([owner, late]).toEqual([owner, numerator]);
  }
});

it('the visits that should have been held are as many as their share lacks', async () => {
  const { context, setNow } = await aSeededTown();
  setNow('2026-12-30T10:00:00.000Z');
  const visits = context.list(Inspections);
  const [visit] = visits.all().filter(({ state }) => state === 'held' || state === 'closed');
  // One more, of the day itself.
  if (visit) await visits.create({ ...visit, key: 'today', state: 'planned', plannedOn: day('2026-12-30') });
  const figure = figureOf('inspectionsHeld');
  const { inspections } = programmeView(context, cisoOf(context), undefined);
  for (const [owner, { numerator, denominator = 0 }] of await figure.of(context)) {
    const { searchParams } = new URL(figure.link(owner, context), 'https://tab.example');
    const centre = searchParams.get('centre');
    if (owner === 'whole') expect(denominator - numerator).toBeGreaterThan(0);
    expect(searchParams.get('show')).toBe('unheld');
    const shown = inspections.filter((row) => row.unheld && (centre === null || row.centre.id === centre));
    expect([owner, shown.length]).toEqual([owner, denominator - numerator]);
  }
});

it('every other figure is known to open a page with more than it counts', () => {
  const keys = new Set([...held.map(([key]) => key), 'treatmentsLate', 'inspectionsHeld']);
  expect(allFigures.map(({ key }) => key).filter((key) => !keys.has(key))).toEqual([
    // Pages of centres: each row tells how many of its people, or of its procedures.
    'policyCoverage',
    'courseCoverage',
    'coursesLate',
    // The page of all centres and people.
    'peopleWithoutCentre',
    'procedureCoverage',
    // Meetings, each with those invited.
    'networkAttendance',
    'centresWithoutIsk',
  ]);
});

it('each figure by centre leads to a page of that centre, but for the meetings, which are of all', async () => {
  const { context } = await aTown();
  const isOfAll = allFigures
    .filter(({ whose, link }) => whose === 'centres' && link('nord' as CentreId, context) === link('whole', context))
    .map(({ key }) => key);
  expect(isOfAll).toEqual(['networkAttendance']);
});

it('the numbers of open and of late findings open those alone, of the whole and of each centre', async () => {
  const { context } = await aSeededTown();
  const ciso = cisoOf(context);
  const whole: number[] = [];
  for (const key of ['findingsOpen', 'findingsLate']) {
    const figure = figureOf(key);
    for (const [owner, { numerator }] of await figure.of(context)) {
      const { searchParams } = new URL(figure.link(owner, context), 'https://tab.example');
      const query = findingsQuery.parse(Object.fromEntries(searchParams));
      expect([key, owner, findingList(context, ciso, query).total]).toEqual([key, owner, numerator]);
      if (owner === 'whole') whole.push(numerator);
    }
  }
  expect(whole).toEqual([3, 2]);
});

it('counts a plan that is due for review as one in force, as the page of the plans’ coverage does', async () => {
  const { context, setNow } = await aSeededTown();
  // Every plan's review date has passed.
  setNow('2031-06-02T10:00:00.000Z');
  const { systems } = planCoverage(context, cisoOf(context));
  const states = systems.map(({ cells }) => cells.flatMap(({ state }) => (state === 'notUsed' ? [] : [state])));
  expect(states.flat()).toContain('expired');
  expect(states.flat()).not.toContain('valid');
  const covered = states.filter((ofSystem) => ofSystem.every((state) => state === 'expired'));
  const counted = (await figureOf('vitalWithPlan').of(context)).get('whole');
  expect(counted).toMatchObject({ numerator: covered.length, denominator: systems.length });
  expect(covered.length).toBeGreaterThan(0);
});

it('says of late improvements where all of them come from', () => {
  expect(improvementSources).toEqual(['test', 'downtime', 'inspection', 'initiative']);
  const text = translator('da')('figureWords.improvementsLate.explain');
  for (const source of ['afprøvninger', 'nedbrud', 'tilsyn', 'egne tiltag']) expect(text).toContain(source);
});
