import { variables } from '../../config/env.ts';
import { table } from './lists-page.ts';

/** Every setting with its description and default. */
export const settingsTable = (): string =>
  table([
    ['variable', 'when not set', 'what'],
    ...Object.entries(variables).map(([name, { unset, describe }]) => [`\`${name}\``, unset, describe]),
  ]).join('\n');

/** The page with a table between its two marks, e.g. `settings`. Throws when the marks are missing. */
export function withTable(page: string, name: string, written: string): string {
  const begin = `<!-- ${name}: written by npm run isms -- lists-docs -->`;
  const [from, to] = [page.indexOf(begin), page.indexOf(`<!-- end of ${name} -->`)];
  if (from < 0 || to < from) throw new Error(`A page has lost the marks round its ${name}.`);
  return `${page.slice(0, from)}${begin}\n\n${written}\n\n${page.slice(to)}`;
}
