/** A row of the printed table: a figure, and its reference. */
export interface Figure {
  what: string;
  figure: string;
  beside?: string;
}

export const seconds = (milliseconds: number): string => `${number(milliseconds / 1000, 2)} s`;
export const milliseconds = (value: number): string => `${number(value, value < 10 ? 1 : 0)} ms`;
export const megabytes = (bytes: number): string => `${number(bytes / 1_048_576, 0)} MB`;
export const number = (value: number, decimals = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
export const times = (larger: number, smaller: number): string => `${number(larger / Math.max(smaller, 1e-9), 1)} ×`;

/** The value at or below which so many per cent lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

export const spread = (values: readonly number[]): string =>
  `p50 ${milliseconds(percentile(values, 50))}, p99 ${milliseconds(percentile(values, 99))}`;

/** Tables printed by this process, for docs/figures.md. */
export const printed: { title: string; figures: readonly Figure[] }[] = [];

export function print(title: string, figures: readonly Figure[]): void {
  printed.push({ title, figures });
  const width = (column: (figure: Figure) => string) => Math.max(...figures.map((figure) => column(figure).length));
  const whatWidth = width(({ what }) => what);
  const figureWidth = width(({ figure }) => figure);
  console.log(`\n${title}`);
  for (const { what, figure, beside = '' } of figures)
    console.log(`  ${what.padEnd(whatWidth)}  ${figure.padStart(figureWidth)}  ${beside}`.trimEnd());
}
