import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allRoutes } from '../../teams-app/program/routes.ts';
import { inputSchema } from '../fuzz/an-input.ts';
import { projectFiles, root } from './project-files.ts';

/** Writes to an existing record that are right whatever another has saved meanwhile, each with its reason. */
const rightByThemselves: Readonly<Record<string, string>> = {
  'PUT /api/approvals/:requestKey/minutes/:stage': 'a file, kept by version in the library',
  'PUT /api/procedures/:procedureKey/draft/file': 'a file; another’s newer draft refuses it',
  'PUT /api/reports/:reportKey/template': 'a file, kept by version in the library',
  'PUT /api/wheel/tasks/:taskKey/steps/:stepId': 'a tick',
  'PUT /api/risks/catalogues/:catalogueKey/hidden': 'a switch',
  'PUT /api/sign-sheets/:sheetKey/signed': 'ticks of the people named; others stay',
  'PUT /api/wheel/meetings/:meetingKey/attendance': 'marks of the people named; others stay',
  'PUT /api/standards/:standardKey/applicability': 'a decision with its reason; each stays in the trail',
  'PUT /api/risks/assessments/:assessmentKey/risks/:threatKey': 'each field with the value it had, compared by field',
  'PUT /api/contingency/tests/:testKey/evaluation': 'the fields named; others stay',
  'PUT /api/inspections/:inspectionKey/walk': 'the items named; one inspector walks',
  'PUT /api/organisation/departments': 'from the centre that the writer knows to have it; another’s refuses it',
  'PUT /api/reminders/wishes': 'a person’s own wishes',
};

const edits = allRoutes.filter(({ name }) => name.startsWith('PUT '));
const fieldsOf = (schema: unknown): string[] => {
  const { properties, anyOf = [], oneOf = [] } = schema as { properties?: object; anyOf?: object[]; oneOf?: object[] };
  const choices = [...anyOf, ...oneOf];
  return [...Object.keys(properties ?? {}), ...choices.flatMap(fieldsOf)];
};
const takesExpected = ({ endpoint }: (typeof edits)[number]): boolean =>
  endpoint.body !== undefined && fieldsOf(inputSchema(endpoint.body)).includes('expected');

it('every route that replaces what a form holds takes the version that the writer saw, or has a reason not to', () => {
  const without = edits.filter((route) => !takesExpected(route)).map(({ name }) => name);
  expect(without.toSorted()).toEqual(Object.keys(rightByThemselves).toSorted());
});

/** Whether some choice of the schema has an `expected` that may be left out. */
const optionalIn = (schema: unknown): boolean => {
  const {
    properties,
    required = [],
    anyOf = [],
    oneOf = [],
  } = schema as {
    properties?: Record<string, unknown>;
    required?: string[];
    anyOf?: object[];
    oneOf?: object[];
  };
  const isLeftOut = properties !== undefined && 'expected' in properties && !required.includes('expected');
  return isLeftOut || [...anyOf, ...oneOf].some(optionalIn);
};

it('no route lets a writer leave out the version that it takes', () => {
  const stamped = allRoutes.flatMap(({ name, endpoint }) =>
    endpoint.body !== undefined && fieldsOf(inputSchema(endpoint.body)).includes('expected')
      ? [{ name, schema: inputSchema(endpoint.body) }]
      : [],
  );
  expect(stamped.filter(({ schema }) => optionalIn(schema)).map(({ name }) => name)).toEqual([]);
  expect(stamped.length).toBeGreaterThan(40);
});

it('every form that sends one merges what two write', () => {
  const checked = edits.filter(takesExpected).map(({ name }) => `api('${name}'`);
  const forms = projectFiles('tab')
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => checked.some((call) => text.includes(call)));
  expect(forms.length).toBeGreaterThan(25);
  const alone = forms.filter(({ text }) => !/\bshared: \{|\bchanges=\{/.test(text)).map(({ path }) => path);
  expect(alone).toEqual([]);
});
