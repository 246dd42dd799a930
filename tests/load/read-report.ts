import { percentile } from './figures.ts';

/** One number of a bench's printed tables. */
export interface Reading {
  /** Table, row and position of the number. */
  name: string;
  value: number;
  unit: string;
}
export interface Judged {
  name: string;
  before: string;
  now: string;
  /** Ratio of ours to theirs. */
  ratio: number;
  isWorse: boolean;
}

/** Units of which more is better; of others less. */
const moreIsBetter = new Set(['answers/s', 'messages/s', 'a second']);
const units = ['answers/s', 'messages/s', 'a second', 'ms', 's', 'MB', 'resource units', 'units'];
const measure = new RegExp(
  `(?:(p50|p99) )?(?<![\\w.])([\\d,]*\\d(?:\\.\\d+)?) (${units.join('|')})(?![\\w/])((?: of processor)?)`,
  'g',
);

/**
 * The figures of a printed bench, of any commit: a table begins with a line without indentation, its rows are indented.
 * Numbers without a unit (counts of people) and ratios are no figures of speed.
 */
export function readReport(report: string): Reading[] {
  let table = '';
  return report.split('\n').flatMap((line) => {
    if (!line.startsWith('  ')) {
      // Counts in a title differ between runs.
      table = line.replaceAll(/\d[\d,.]* /g, '').trim();
      return [];
    }
    const [, what = '', figures = ''] = /^ {2}(.*?) {2,}(.*)$/.exec(line) ?? [];
    return [...figures.matchAll(measure)].map(([, which = '', digits = '', unit = '', more = ''], place) => ({
      name: [table, what.trim(), which || `${place + 1}.`].join(' · '),
      value: Number(digits.replaceAll(',', '')),
      unit: `${unit}${more}`,
    }));
  });
}

/**
 * The medians of both, by figure, for those in both. Times under a millisecond are noise and never judged worse by less
 * than a millisecond.
 */
export function judged(theirs: readonly Reading[][], ours: readonly Reading[][], worst: number): Judged[] {
  const before = byName(theirs);
  const now = byName(ours);
  return [...before].flatMap(([name, old]) => {
    const mine = now.get(name);
    if (!mine || mine.unit !== old.unit || old.value === 0) return [];
    const ratio = mine.value / old.value;
    const worse = moreIsBetter.has(old.unit) ? 1 / ratio : ratio;
    const isNoise = old.unit === 'ms' && Math.abs(mine.value - old.value) < 1;
    return [
      {
        name,
        before: `${old.value} ${old.unit}`,
        now: `${mine.value} ${mine.unit}`,
        ratio,
        isWorse: worse > worst && !isNoise,
      },
    ];
  });
}

function byName(rounds: readonly Reading[][]): Map<string, { value: number; unit: string }> {
  const found = Map.groupBy(rounds.flat(), ({ name }) => name);
  return new Map(
    [...found].map(([name, all]) => [
      name,
      {
        value: percentile(
          all.map(({ value }) => value),
          50,
        ),
        unit: all[0]?.unit ?? '',
      },
    ]),
  );
}
