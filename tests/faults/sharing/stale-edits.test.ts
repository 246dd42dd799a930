import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';
import { inputSchema } from '../../fuzz/an-input.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { JourneyWorld } from '../../support/world.ts';
import { aMeasure } from '../repeats/routes.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const parts = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const member = (schema: Json, name: string): Json => (isJson(schema[name]) ? schema[name] : {});

/** Nothing in the seed that may be changed as it stands: the tests of the feature try a stale stamp. */
const notInTheSeed: Readonly<Record<string, string>> = {
  'PUT /api/procedures/:procedureKey/draft': 'has areas of its own: tests/faults/repeats/version-numbers.test.ts',
  'PUT /api/appointments/proposals/:proposalKey': 'all are decided: tests/unit/appointments',
  'PUT /api/governance/orientation/subjects/:subjectKey': 'none is collected: tests/unit/governance',
  'PUT /api/reports/:reportKey': 'none is written: tests/journeys/yearly-report.test.ts',
};

/** Forms that send a stamp: `etag` of their view, or in older ones the time of the latest change. */
const edits = allRoutes.flatMap(({ name, endpoint }) => {
  if (!name.startsWith('PUT ') || !endpoint.body || name in notInTheSeed) return [];
  const schema = inputSchema(endpoint.body);
  const given = member(member(schema, 'properties'), 'expected');
  const [expected = {}] = [given, ...parts(given['anyOf'])].filter((one) => one['type'] === 'string');
  if (expected['type'] !== 'string') return [];
  const isTime = expected['format'] === 'date-time';
  return [{ name, schema, long: isTime ? '2020-01-01T08:00:00.000Z' : 'seen-long-ago' }];
});

/** Texts where a contract asks for a form. */
const samples = ['Tekst på mindst ti tegn', '9.9', '10:00', 'tekst', '2026'];
/** What a contract cannot say in its schema. */
const special: Readonly<Record<string, unknown>> = { points: [1, 4], minutesLink: '', url: '' };

/** A body that the contract takes. */
function sampleOf(schema: Json, name = ''): unknown {
  if (name in special) return special[name];
  const [choice] = [schema['anyOf'], schema['oneOf']].flatMap(parts);
  if (choice) return sampleOf(choice, name);
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  switch (schema['type']) {
    case 'object': {
      const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
      const members = member(schema, 'properties');
      return Object.fromEntries(required.map((one) => [one, sampleOf(member(members, one), one)]));
    }
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => sampleOf(member(schema, 'items')));
    case 'number':
    case 'integer':
      return Math.max(Number(schema['minimum'] ?? 1), 1);
    case 'boolean':
      return true;
    default: {
      if (schema['format'] === 'date') return '2026-12-15';
      if (schema['format'] === 'date-time') return '2026-11-20T08:00:00.000Z';
      const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern']) : /./;
      const most = Number(schema['maxLength'] ?? 40);
      return samples.find((text) => text.length <= most && pattern.test(text)) ?? 'x';
    }
  }
}

/** The records of a list, in the seeded municipality. */
const itemsOf = (context: Context, list: string): (Json & { key: string })[] =>
  allLists
    .filter(({ name }) => name === list)
    .flatMap((one) => [...context.list(one).all()] as (Json & { key: string })[]);

const listOf: Readonly<Record<string, string>> = {
  activityKey: 'WheelActivities',
  meetingKey: 'NetworkMeetings',
  versionKey: 'PolicyVersions',
  courseKey: 'Courses',
  roundKey: 'CourseRounds',
  riskKey: 'RiskActions',
  assessmentKey: 'Assessments',
  actionKey: 'RiskActions',
  testKey: 'ContingencyTests',
  improvementKey: 'Improvements',
  findingKey: 'InspectionFindings',
  inspectionKey: 'Inspections',
  adviceKey: 'Advice',
  assetKey: 'Assets',
  serviceKey: 'CriticalServices',
  controlKey: 'Controls',
  procedureKey: 'Procedures',
  planKey: 'ContingencyPlans',
  proposalKey: 'AppointmentProposals',
};
const fixed: Readonly<Record<string, string>> = { areaKey: 'area-access', figureKey: 'policyCoverage' };

let world: JourneyWorld;
let ciso: { id: string };
beforeAll(async () => {
  world = await startSettledWorld();
  ciso = await world.personWith('ciso');
});
afterAll(() => world.close());

/** What the seed has none of. */
async function madeKeys(): Promise<Record<string, string>> {
  const words = { title: 'Egen', kind: 'both', threats: [{ title: 'Tyveri' }] };
  const list = { title: 'Egen', topic: 'other', items: [{ question: 'Er døren låst?' }] };
  const catalogues = await world.as(ciso, 'POST', '/api/risks/catalogues', words);
  const checklist = await world.as(ciso, 'POST', '/api/inspection-checklists', list);
  const meeting = { title: 'Møde', body: 'securityCommittee', meetsOn: '2026-12-17', requestKeys: [] };
  const agenda = await world.as(ciso, 'POST', '/api/agendas', meeting);
  const keyOf = async (path: string, body: unknown) =>
    String(((await world.as(ciso, 'POST', path, body)).body as Json)['key']);
  const own = (catalogues.body as { catalogues: { key: string; source: string }[] }).catalogues;
  return {
    catalogueKey: own.find(({ source }) => source === 'own')?.key ?? '',
    checklistKey: (checklist.body as { key: string }).key,
    agendaKey: (agenda.body as { key: string }).key,
    measureKey: await keyOf('/api/measures', aMeasure('Lås dørene')),
    downtimeKey: await keyOf('/api/contingency/downtimes', {
      assetKey: itemsOf(world.program.context, 'Assets').at(-1)?.key,
      note: 'Alt står stille',
    }),
  };
}

it('every form that was opened before another saved is refused with what it is, and nothing is written', async () => {
  const { context } = world.program;
  const made = await madeKeys();
  const kinds = (path: string, list: string) =>
    world.as(ciso, 'GET', path).then(({ body }) => (body as Record<string, { kind: string }[]>)[list]?.[0]?.kind ?? '');
  const [retention, cadence] = [
    await kinds('/api/retention', 'kinds'),
    await kinds('/api/reminders/cadences', 'cadences'),
  ];
  const [action] = itemsOf(context, 'RiskActions');
  const keyOf = (route: string, parameter: string): string => {
    if (parameter === 'kind') return route.includes('retention') ? retention : cadence;
    if (parameter === 'riskKey') return String(action?.['riskKey']);
    if (parameter === 'personId') return ciso.id;
    const known = made[parameter] ?? fixed[parameter];
    return known ?? itemsOf(context, listOf[parameter] ?? '').at(0)?.key ?? 'none';
  };
  const answers: string[] = [];
  for (const { name, schema, long } of edits) {
    const path = (name.split(' ')[1] ?? '').replace(/:(\w+)/g, (_, parameter: string) => keyOf(name, parameter));
    const body = { ...(sampleOf(schema) as Json), expected: long };
    const { status, body: answer } = await world.as(ciso, 'PUT', path, body);
    const code = isJson(answer) && isJson(answer['error']) ? String(answer['error']['code']) : '';
    if (status !== 409 || !/\.(changedMeanwhile|changedByAnother|downtimeChanged)$/.test(code))
      answers.push(`${name}: ${status} ${JSON.stringify(answer)}`);
  }
  expect(answers).toEqual([]);
  expect(edits.length).toBeGreaterThan(30);
});

it('a form that does not say what it was opened with is refused as input of an older page', async () => {
  const answers: string[] = [];
  for (const { name, schema } of edits) {
    const path = (name.split(' ')[1] ?? '').replace(/:\w+/g, 'any');
    const { expected: _, ...body } = sampleOf(schema) as Json;
    const { status, body: answer } = await world.as(ciso, 'PUT', path, body);
    const { code, fields } = isJson(answer) ? member(answer, 'error') : {};
    const isNamed =
      code === 'http.newVersion' && parts(fields).length === 1 && parts(fields)[0]?.['path'] === 'expected';
    if (status !== 400 || !isNamed) answers.push(`${name}: ${status} ${JSON.stringify(answer)}`);
  }
  expect(answers).toEqual([]);
});
