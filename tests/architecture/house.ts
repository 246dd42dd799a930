/**
 * `npm run house [-- <folder of another checkout>]`: size and structure of the code as one table, without judgement.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const root = process.argv[2] ?? join(import.meta.dirname, '..', '..');
const tops = ['api', 'bot', 'manifest', 'tab', 'teams-app', 'tests'];
const files = tops.flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|css)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const product = files.filter((file) => !file.startsWith('tests/'));
const linesOf = (some: readonly string[]) =>
  some.reduce((sum, file) => sum + (sources.get(file) ?? '').split('\n').length - 1, 0);
const countIn = (some: readonly string[], pattern: RegExp) =>
  some.reduce((sum, file) => sum + ((sources.get(file) ?? '').match(pattern)?.length ?? 0), 0);

/** Imports between the product's files, by relative paths. */
const arrows = product.flatMap((file) =>
  [...(sources.get(file) ?? '').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
    ([, path = '']) => [file, normalize(join(dirname(file), path))] as const,
  ),
);
const rank: Readonly<Record<string, number>> = { api: 0, bot: 1, tab: 1, manifest: 1, 'teams-app': 2 };
const topOf = (file: string) => file.split('/')[0] ?? '';
const upward = arrows.filter(([from, to]) => (rank[topOf(to)] ?? 0) > (rank[topOf(from)] ?? 0));

/** Sibling folders with an import between them. */
const between = new Set(
  arrows.flatMap(([from, to]) => {
    const [ones, others] = [dirname(from).split('/'), dirname(to).split('/')];
    const depth = ones.findIndex((part, place) => part !== others[place]);
    return depth === -1 || depth >= others.length
      ? []
      : [`${ones.slice(0, depth + 1).join('/')} ${others.slice(0, depth + 1).join('/')}`];
  }),
);
const pairs = [...between].filter((one) => {
  const [from = '', to = ''] = one.split(' ');
  return from < to && between.has(`${to} ${from}`);
});

const globalSheets = files.filter((file) => file.startsWith('tab/') && /(?<!\.module)\.css$/.test(file));
const classes = new Set(globalSheets.flatMap((file) => sources.get(file)?.match(/\.[a-z][\w-]*(?=[^;{}]*\{)/g) ?? []));
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

const rows: readonly (readonly [string, number])[] = [
  ['product files', product.length],
  ['product lines', linesOf(product)],
  ...tops.map((top): [string, number] => [`lines of ${top}`, linesOf(files.filter((file) => topOf(file) === top))]),
  ['product files under 25 lines', product.filter((file) => linesOf([file]) < 25 && /\.tsx?$/.test(file)).length],
  ['arrows upward', upward.length],
  ['folders beside each other that import each other', pairs.length],
  ['global style sheets', globalSheets.length],
  ['global classes', classes.size],
  ['state hidden in WeakMap<Context>', countIn(product, /new WeakMap<Context/g)],
  ['literals packed with ...{ }', countIn(product, /\.\.\.\{/g)],
  ['dependencies', Object.keys(dependencies).length],
];
for (const [name, number] of rows) console.log(`${String(number).padStart(8)}  ${name}`);
for (const pair of pairs) console.log(`${' '.repeat(10)}${pair.replace(' ', ' ↔ ')}`);
