import { variables } from '../../config/env.ts';
import { table } from './lists-page.ts';

const begin = '<!-- settings: written by npm run isms -- lists-docs -->';
const end = '<!-- end of settings -->';

/** Every setting with what it is and what it is when it is not given. */
export const settingsTable = (): string =>
  table([
    ['variable', 'when not set', 'what'],
    ...Object.entries(variables).map(([name, { unset, describe }]) => [`\`${name}\``, unset, describe]),
  ]).join('\n');

/** The page with the table between its two marks. Throws when the marks are missing. */
export function withSettings(page: string, settings: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error('README.md has lost the marks round its settings.');
  return `${page.slice(0, from)}${begin}\n\n${settings}\n\n${page.slice(to)}`;
}
