import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

interface Module {
  /** Static imports within the tab. */
  imports: string[];
  /** Catalogues of the texts it uses, and those it loads itself. */
  says: Set<string>;
  fetches: Set<string>;
}

const parsed = (path: string) =>
  ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
const beside = (path: string, specifier: string) => normalize(join(dirname(path), specifier));
const eachNode = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => eachNode(child, visit));
};
const calledName = ({ expression }: ts.CallExpression) => (ts.isIdentifier(expression) ? expression.text : '');
const isTypeOnly = ({ importClause }: ts.ImportDeclaration) =>
  importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;

/** The literal start of a key at its use. */
function keyHead(argument: ts.Expression | undefined): string {
  if (!argument) return '';
  if (ts.isStringLiteralLike(argument)) return argument.text;
  return ts.isTemplateExpression(argument) ? argument.head.text : '';
}

const modules = new Map<string, Module>();
function moduleAt(path: string): Module {
  const known = modules.get(path);
  if (known) return known;
  const found: Module = { imports: [], says: new Set(), fetches: new Set() };
  modules.set(path, found);
  eachNode(parsed(path), (node) => {
    if (ts.isImportDeclaration(node) && !isTypeOnly(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const to = beside(path, node.moduleSpecifier.text);
      if (/^tab\/.*\.tsx?$/.test(to) && existsSync(join(root, to))) found.imports.push(to);
    }
    if (!ts.isCallExpression(node)) return;
    if (calledName(node) === 'loadTexts')
      for (const name of node.arguments) if (ts.isStringLiteral(name)) found.fetches.add(name.text);
    if (calledName(node) !== 't' && calledName(node) !== 'textOf') return;
    const [catalogue = '', rest] = keyHead(node.arguments[0]).split('.');
    if (rest !== undefined) found.says.add(catalogue);
  });
  return found;
}

/** A module and its transitive imports. */
function withAll(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const to of moduleAt(path).imports) withAll(to, seen);
  return seen;
}

interface Page {
  file: string;
  texts: string[];
}

const literals = (expressions: readonly ts.Expression[]): string[] =>
  expressions.flatMap((one) => (ts.isStringLiteral(one) ? [one.text] : []));

/** The pages of a table, and the catalogues each loads: by `page`, or a function made by `pageWith`. */
function pagesIn(path: string): Page[] {
  const shared = new Map<string, string[]>([['page', []]]);
  const found: Page[] = [];
  eachNode(parsed(path), (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isCallExpression(node.initializer))
      if (calledName(node.initializer) === 'pageWith')
        shared.set(node.name.getText(), literals(node.initializer.arguments));
    if (!ts.isCallExpression(node)) return;
    const texts = shared.get(calledName(node));
    const [load, , ...more] = node.arguments;
    const [, specifier] = /import\('([^']+)'\)/.exec(load?.getText() ?? '') ?? [];
    if (texts && specifier) found.push({ file: beside(path, specifier), texts: [...texts, ...literals(more)] });
  });
  return found;
}

describe('every page', () => {
  const pages = projectFiles('tab')
    .filter((path) => path.startsWith('tab/pages/'))
    .flatMap(pagesIn);

  it('fetches the texts that it says, with all that comes with it', () => {
    expect(pages.length).toBeGreaterThan(80);
    const missing = pages.flatMap(({ file, texts }) => {
      const within = [...withAll(file)].map(moduleAt);
      // Within Teams the frame's texts are loaded.
      const there = new Set([...texts, 'common', ...within.flatMap(({ fetches }) => [...fetches])]);
      const said = new Set(within.flatMap(({ says }) => [...says]));
      return [...said].filter((catalogue) => !there.has(catalogue)).map((catalogue) => `${file}: ${catalogue}`);
    });
    expect([...new Set(missing)]).toEqual([]);
  });
});
