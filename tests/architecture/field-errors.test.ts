import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { allRoutes } from '../../teams-app/program/routes.ts';
import { inputSchema } from '../fuzz/an-input.ts';
import { projectFiles, root } from './project-files.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const sources = (below: string) => projectFiles(below).filter((path) => /\.tsx?$/.test(path));
const eachNode = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => eachNode(child, visit));
};

/** The fields that refusals of the API name: `steps` of `steps.3.role`. */
const thrown = new Set(
  sources('api').flatMap((path) =>
    [...read(path).matchAll(/(?:invalid|conflict|missing)\([^;]*?\{[^}]*?\bfield: ['"`](\w+)/g)].flatMap(
      ([, field = '']) => field,
    ),
  ),
);

/** The name of a field in `useController({ name: 'x' })`, `register('x')` or `useFieldArray({ name: 'x' })`. */
function namedIn({ expression, arguments: [first] }: ts.CallExpression): string | undefined {
  if (!first) return undefined;
  if (ts.isPropertyAccessExpression(expression) && expression.name.text === 'register')
    return ts.isStringLiteral(first) ? first.text : undefined;
  if (!ts.isIdentifier(expression) || !/^(useController|useFieldArray)$/.test(expression.text)) return undefined;
  if (!ts.isObjectLiteralExpression(first)) return undefined;
  for (const property of first.properties)
    if (ts.isPropertyAssignment(property) && property.name.getText() === 'name')
      return ts.isStringLiteral(property.initializer) ? property.initializer.text : undefined;
  return undefined;
}

/** What holds the call: `{ field, fieldState }` or a name. */
function heldBy(call: ts.CallExpression): ts.BindingName | undefined {
  return ts.isVariableDeclaration(call.parent) ? call.parent.name : undefined;
}

function showsError(call: ts.CallExpression, name: string, text: string): boolean {
  if (new RegExp(`errors\\.${name}\\b[^;]*\\bmessage|\\{ ${name}: \\w+ \\} = [\\w.]*errors`).test(text)) return true;
  const held = heldBy(call);
  if (!held) return false;
  const said = held.getText();
  return ts.isIdentifier(held) ? text.includes(`${said}.fieldState`) : said.includes('fieldState');
}

/** Fields that a refusal may name and whose message is shown nowhere. */
function silentIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const silent: string[] = [];
  eachNode(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const name = namedIn(node);
    if (name !== undefined && thrown.has(name) && !showsError(node, name, text)) silent.push(`${path}: ${name}`);
  });
  return silent;
}

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a body that a refusal may name, by route. */
const namedOf = new Map(
  allRoutes.map(({ name, endpoint: { body } }): [string, string[]] => {
    const fields = (schema: unknown): string[] => {
      if (!isJson(schema)) return [];
      const { anyOf = [], oneOf = [], properties } = schema;
      const choices = [anyOf, oneOf].flatMap((all): unknown[] => (Array.isArray(all) ? all : []));
      return [...Object.keys(isJson(properties) ? properties : {}), ...choices.flatMap(fields)];
    };
    return [name, body ? [...new Set(fields(inputSchema(body)))].filter((field) => thrown.has(field)) : []];
  }),
);

interface DeclaredForm {
  path: string;
  fields: string[];
  routes: string[];
}

/** Every `useForm` of the tab that calls its routes itself: its fields, and those that it gives to another. */
function declaredForms(): DeclaredForm[] {
  const paths = sources('tab').filter((path) => /\buseForm\(\{/.test(read(path)));
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const roots = [...paths, ...projectFiles('tab').filter((path) => path.endsWith('.d.ts'))];
  const program = ts.createProgram(
    roots.map((path) => join(root, path)),
    options,
  );
  const types = program.getTypeChecker();
  const fieldsOf = (declared: ts.Node, part: string): string[] => {
    const symbol = types.getTypeAtLocation(declared).getProperty(part);
    const type = symbol && types.getNonNullableType(types.getTypeOfSymbolAtLocation(symbol, declared));
    return type?.getProperties().map(({ name }) => name) ?? [];
  };
  return paths.flatMap((path) => {
    const file = program.getSourceFile(join(root, path));
    const found: DeclaredForm[] = [];
    if (!file) return found;
    eachNode(file, (node) => {
      const isForm = ts.isCallExpression(node) && node.expression.getText() === 'useForm';
      const declared = isForm ? node.arguments[0] : undefined;
      if (!declared) return;
      const routes = [...declared.getText().matchAll(/'((?:POST|PUT) \/[^']+)'/g)].map(([, route = '']) => route);
      const fields = [...fieldsOf(declared, 'start'), ...fieldsOf(declared, 'refused')];
      found.push({ path, fields, routes });
    });
    return found;
  });
}

describe('what the API refuses at a field', () => {
  /** Shown by another part of the form, or not refused by a route of this form. */
  const elsewhere: Readonly<Record<string, string>> = {
    'tab/annual-wheel/ActivityForm.tsx: steps': 'refused where two have one id: the form gives each its own',
    'tab/contingency/exercises/TestForm.tsx: kind': 'refused for assets and imports',
    'tab/contingency/plans/BeginPlan.tsx: kind': 'refused for assets and imports',
    'tab/contingency/plans/ContactItems.tsx: contacts': 'refused when it is sent for approval, as a whole',
    'tab/contingency/plans/ItemFields.tsx: triggers': 'refused when it is sent for approval, as a whole',
    'tab/measures/MeasureSteps.tsx: steps': 'at the role of the step',
    'tab/reports/ReportDecisions.tsx: decisions': 'at the role of the decision',
    'tab/standards/ControlForm.tsx: requirementKeys': 'by the picker of the form',
    'tab/standards/EvidenceRows.tsx: evidence': 'refused for tasks of the wheel',
  };

  it('stands at the field, wherever a form has it', () => {
    expect(thrown.size).toBeGreaterThan(60);
    const silent = new Set(sources('tab').flatMap((path) => silentIn(path, read(path))));
    expect([...silent].sort()).toEqual(Object.keys(elsewhere).sort());
  });

  it('a field without its message is found, however it is declared', () => {
    const text = `
      const scope = useController({ control, name: 'scope' }).field;
      const { field } = useController({ control, name: 'person' });
      const { field: due, fieldState } = useController({ control, name: 'due' });
      const role = useController({ control, name: 'role' });
      const wrong = role.fieldState.error?.message;
      const steps = useFieldArray({ control, name: 'steps' });
      const rows = useFieldArray({ control, name: 'members' });
      const missing = form.formState.errors.members?.message;
      const both = [form.register('rule'), form.register('kind'), form.formState.errors.kind?.message];
      const other = useController({ control, name: 'neverRefused' }).field;`;
    expect(silentIn('a.tsx', text)).toEqual(['scope', 'steps', 'rule'].map((name) => `a.tsx: ${name}`));
  });

  /** What a route takes that its form has no field for: chosen before the form, or told at its foot. */
  const withoutField: Readonly<Record<string, string>> = {
    'tab/annual-wheel/useActivityForm.ts: groupKey': 'kept as it is',
    'tab/annual-wheel/usePlans.ts: personId': 'the form names nobody',
    'tab/appointments/useProposalForm.ts: role': 'chosen by the page of the form',
    'tab/assets/useAsset.ts: assetKey': 'chosen by the page of the form',
    'tab/awareness/RegisterDialog.tsx: courseKey': 'chosen by the page of the form',
    'tab/contingency/downtime/LogBox.tsx: kind': 'chosen from what there is',
    'tab/contingency/downtime/StartDowntime.tsx: assetKey': 'chosen by the page of the form',
    'tab/contingency/exercises/LogForm.tsx: kind': 'chosen from what there is',
    'tab/contingency/plans/useBeginPlan.ts: assetKey': 'chosen by the page of the form',
    'tab/contingency/plans/usePlanForm.ts: content': 'the whole plan is too long: told at the foot',
    'tab/inspections/PlanDialog.tsx: centreId': 'chosen by the page of the form',
    'tab/organisation/PlaceDialog.tsx: from': 'known by the page of the form',
    'tab/reports/useReportForm.ts: texts': 'the whole report is too long: told at the foot',
    'tab/risks/assessment/BeginDialog.tsx: assetKey': 'chosen by the page of the form',
    'tab/risks/assessment/BeginDialog.tsx: catalogueKeys': 'those that are usual for the asset: told at the foot',
    'tab/standards/DecideDialog.tsx: requirementKeys': 'chosen by the page of the form',
  };

  it('is told at a field of the form that sends it, by its name or by one that is declared', () => {
    const forms = declaredForms();
    expect(forms.filter(({ fields, routes }) => fields.length > 0 && routes.length > 0).length).toBeGreaterThan(60);
    const lacking = forms.flatMap(({ path, fields, routes }) =>
      routes.flatMap((route) =>
        (namedOf.get(route) ?? []).flatMap((field) => (fields.includes(field) ? [] : [`${path}: ${field}`])),
      ),
    );
    expect([...new Set(lacking)].sort()).toEqual(Object.keys(withoutField).sort());
  });
});
