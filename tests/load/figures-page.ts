import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { table } from '../../teams-app/commands/docs/lists-page.ts';
import type { Figure } from './figures.ts';

/** One printed table, and how it came about. */
export interface Measured {
  /** The part of `npm run bench`. */
  part: string;
  title: string;
  figures: readonly Figure[];
}

/** When, at which size and on which machine. No name of a machine. */
export interface Occasion {
  day: string;
  people: number;
  node: string;
  cores: number;
  /** Processes that waited for a processor, as the mean of the last minute. */
  load: number;
}

const head = [
  '# Figures',
  '',
  'Written by `npm run bench`: each part that runs replaces its own tables, the others stay with their day. [Performance](performance.md) tells how each is measured and',
  'what follows for a real tenant; where a figure stands in both, this page is the newer.',
];

/** Counts in a title differ between runs: the heading of its section has none. */
const headingOf = ({ part, title }: Measured): string =>
  `${part}: ${title
    .replaceAll(/\d[\d,.]*\s?/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[:,]?\s*$/, '')
    .trim()}`;

function section(measured: Measured, { day, people, node, cores, load }: Occasion): string[] {
  const { part, title, figures } = measured;
  return [
    `## ${headingOf(measured)}`,
    '',
    `${title.trim().replace(/[:.]$/, '')}.`,
    '',
    `${day} · \`npm run bench -- --only ${part}\` at ${people.toLocaleString('en')} employees · ${cores} cores, load ${load.toFixed(1)} · Node ${node}`,
    '',
    ...table([['what', 'figure', 'beside'], ...figures.map(({ what, figure, beside = '' }) => [what, figure, beside])]),
  ];
}

/** The page with these tables in the place of those of the same heading; other sections stay as they are. */
export function figuresPage(before: string, measured: readonly Measured[], occasion: Occasion): string {
  const sections = new Map<string, string>();
  for (const text of before.split(/^(?=## )/m).filter((one) => one.startsWith('## ')))
    sections.set(/^## (.*)$/m.exec(text)?.[1] ?? '', text.trim());
  for (const one of measured) sections.set(headingOf(one), section(one, occasion).join('\n'));
  const inOrder = [...sections].toSorted(([one], [other]) => one.localeCompare(other, 'en'));
  return `${[head.join('\n'), ...inOrder.map(([, text]) => text)].join('\n\n')}\n`;
}

const page = new URL('../../docs/figures.md', import.meta.url);

/** Rewrites docs/figures.md. */
export function writeFigures(measured: readonly Measured[], occasion: Occasion): void {
  if (measured.length === 0) return;
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, figuresPage(before, measured, occasion));
}
