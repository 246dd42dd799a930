import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { table } from '../../teams-app/commands/docs/lists-page.ts';
import type { Figure } from './figures.ts';

/** One printed table, and how it came about. */
export interface Measured {
  /** The part of `npm run bench`. */
  part: string;
  title: string;
  figures: readonly Figure[];
  /** Of the machine before the part began, when that is known better than by the occasion. */
  load?: number;
  /** Its command, when it has a size of its own. */
  by?: string;
}

/** When, at which size and on which machine. No name of a machine. */
export interface Occasion {
  day: string;
  people?: number;
  /** The command, when it is no part of the bench. */
  by?: string;
  node: string;
  cores: number;
  /** Processes that waited for a processor, as the mean of the last minute. */
  load: number;
}

const head = [
  '# Figures',
  '',
  'Written by `npm run bench` and, with `FIGURES=1`, by `npm test`: each part that runs replaces its own tables, the others stay with their day. [Performance](performance.md) tells how each',
  'is measured and what follows for a real tenant; where a figure stands in both, this page is the newer. `load` is that of the machine before a part began: more than its cores means',
  'that something else ran too, and that times are worse than they need be.',
];

/** Counts in a title differ between runs: the heading has N for each, and nothing that follows a colon. */
const headingOf = ({ part, title }: Measured): string =>
  `${part}: ${title
    .replaceAll(/\d[\d,.]*/g, 'N')
    .replaceAll(/\s+/g, ' ')
    .replace(/[:;] .*$/, '')
    .replace(/[:;,.]?\s*$/, '')
    .trim()}`;

function section(heading: string, measured: Measured, { day, people, by, node, cores, load }: Occasion): string {
  const { part, title, figures } = measured;
  const size = people === undefined || measured.by !== undefined ? '' : ` at ${people.toLocaleString('en')} employees`;
  return [
    `## ${heading}`,
    '',
    `${title.trim().replace(/[:.]$/, '')}.`,
    '',
    `${day} · \`${measured.by ?? by ?? `npm run bench -- --only ${part}`}\`${size} · ${cores} cores, load ${(measured.load ?? load).toFixed(1)} · Node ${node}`,
    '',
    ...table([['what', 'figure', 'beside'], ...figures.map(({ what, figure, beside = '' }) => [what, figure, beside])]),
  ].join('\n');
}

/** The page with these tables in the place of those of the same parts; other sections stay as they are. */
export function figuresPage(before: string, measured: readonly Measured[], occasion: Occasion): string {
  const anew = new Set(measured.map(({ part }) => part));
  const sections = new Map<string, string>();
  for (const text of before.split(/^(?=## )/m).filter((one) => one.startsWith('## '))) {
    const heading = /^## (.*)$/m.exec(text)?.[1] ?? '';
    if (!anew.has(heading.split(':')[0] ?? '')) sections.set(heading, text.trim());
  }
  for (const one of measured) {
    // Tables of one part that differ by a count only, such as sizes.
    let heading = headingOf(one);
    for (let nth = 2; sections.has(heading); nth += 1) heading = `${headingOf(one)} (${nth})`;
    sections.set(heading, section(heading, one, occasion));
  }
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
