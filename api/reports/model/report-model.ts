import { movementOf as figureMoved, type Counted, type Figure, type Owner } from '../../figures/index.ts';
import type { AssignableRole, LocalDate } from '../../kernel/index.ts';
import type { ReportNumber } from '../contract.ts';
import type { SectionKey, TableKey } from '../vocabulary.ts';
import { sectionPlans, type SectionPlan } from './sections.ts';
import { compareDanish } from '../../texts/format.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

/** Figure data for display. */
export type ToldFigure = Pick<Figure, 'key' | 'unit' | 'good' | 'whose'>;

/** One day's frozen figures: for each owner its name then and the values. */
export interface FrozenDay {
  day: LocalDate;
  owners: ReadonlyMap<Owner, { title: string; values: ReadonlyMap<string, Counted> }>;
}

/** A cell of a table of records, in no language. */
export type Cell =
  | { text: string }
  | { day: LocalDate }
  | { role: AssignableRole }
  | { word: TextsUnder<'reports.word'> };
export interface RecordTable {
  rows: readonly (readonly Cell[])[];
  /** More rows exist. */
  isCut: boolean;
}
export interface ReportRecords {
  policy?: {
    number: string;
    validFrom: LocalDate;
    /** Latest approval of this version. */
    approvedOn?: LocalDate;
    /** Approved, and in force later. */
    coming?: { number: string; approvedOn: LocalDate; validFrom: LocalDate };
    /** When the policy, in whichever version, must be approved again. */
    nextDue?: LocalDate;
  };
  tables: Readonly<Partial<Record<TableKey, RecordTable>>>;
  /** Centres in order, including closed ones. */
  centres: readonly { key: string; title: string }[];
}
export interface ReportInput {
  year: number;
  now: FrozenDay;
  before?: FrozenDay;
  figures: readonly ToldFigure[];
  records: ReportRecords;
}

export interface Compared {
  figure: ToldFigure;
  now?: ReportNumber;
  before?: ReportNumber;
}
export interface Bar {
  /** A centre's; default the figure's name. */
  title?: string;
  figure: ToldFigure;
  /** For a centre on one of the two days only. */
  note?: 'closed' | 'opened';
  now?: ReportNumber;
  before?: ReportNumber;
}
export interface ModelSection {
  key: SectionKey;
  /** With a value on the day. */
  says: readonly (Compared & { now: ReportNumber })[];
  figures: readonly Compared[];
  chart?: { figure?: ToldFigure; bars: readonly Bar[] };
  tables: readonly (RecordTable & { key: TableKey })[];
  policy?: ReportRecords['policy'];
  /** Of the leading figures, those improved and worsened since the day before. */
  better?: readonly ToldFigure[];
  worse?: readonly ToldFigure[];
}
export interface ReportModel {
  year: number;
  day: LocalDate;
  before?: LocalDate;
  sections: readonly ModelSection[];
}

/**
 * A year's report from its frozen figures with those of the previous year, and names and days from records. Every
 * number is a `ReportNumber`: figure, owner, day and value. Pure.
 */
export function reportModel({ year, now, before, figures, records }: ReportInput): ReportModel {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const compared = (key: string): Compared[] => {
    const figure = byKey.get(key);
    return figure ? [comparedOf(figure, 'whole', now, before)] : [];
  };
  const all = [...new Set(sectionPlans.flatMap(({ says }) => says))].flatMap(compared);
  return {
    year,
    day: now.day,
    ...(before ? { before: before.day } : {}),
    sections: sectionPlans.map((plan): ModelSection => {
      const chart = plan.chart && chartOf(plan.chart, byKey, { now, before, records });
      return {
        key: plan.key,
        says: plan.says.flatMap(compared).flatMap((one) => {
          const told = one.now?.value === undefined ? undefined : one.now;
          return told ? [{ ...one, now: told }] : [];
        }),
        figures: plan.figures.flatMap(compared).filter((one) => one.now ?? one.before),
        ...(chart && chart.bars.length > 0 ? { chart } : {}),
        tables: plan.tables.flatMap((key) => {
          const table = records.tables[key];
          return table && table.rows.length > 0 ? [{ key, ...table }] : [];
        }),
        ...(plan.key === 'policy' && records.policy ? { policy: records.policy } : {}),
        ...(plan.key === 'summary' ? { better: moved(all, 'better'), worse: moved(all, 'worse') } : {}),
      };
    }),
  };
}

const numberOf = (frozen: FrozenDay, figure: string, owner: Owner): ReportNumber | undefined => {
  const counted = frozen.owners.get(owner)?.values.get(figure);
  return counted && { figure, owner, day: frozen.day, ...counted };
};

function comparedOf(figure: ToldFigure, owner: Owner, now: FrozenDay, before: FrozenDay | undefined): Compared {
  const [is, was] = [numberOf(now, figure.key, owner), before && numberOf(before, figure.key, owner)];
  return { figure, ...(is ? { now: is } : {}), ...(was ? { before: was } : {}) };
}

/** A figure's trend, in its direction. */
export const movementOf = ({ figure, now, before }: Compared): ReturnType<typeof figureMoved> =>
  figureMoved(figure, before?.value, now?.value);
const moved = (all: readonly Compared[], way: 'better' | 'worse'): ToldFigure[] =>
  all.filter((one) => movementOf(one) === way).map(({ figure }) => figure);

interface Days {
  now: FrozenDay;
  before: FrozenDay | undefined;
  records: ReportRecords;
}

function chartOf(
  plan: NonNullable<SectionPlan['chart']>,
  byKey: ReadonlyMap<string, ToldFigure>,
  { now, before, records }: Days,
): NonNullable<ModelSection['chart']> {
  if ('figures' in plan) {
    const bars = plan.figures
      .flatMap((key) => byKey.get(key) ?? [])
      .map((one) => comparedOf(one, 'whole', now, before));
    return { bars: bars.filter(isDrawn) };
  }
  const figure = byKey.get(plan.byCentre);
  if (!figure) return { bars: [] };
  const bars = ownersOf(now, before, records).map(({ owner, title }): Bar => {
    const note = noteOf(owner, now, before);
    return { ...comparedOf(figure, owner, now, before), title, ...(note ? { note } : {}) };
  });
  return { figure, bars: bars.filter(isDrawn) };
}
const isDrawn = ({ now, before }: Pick<Bar, 'now' | 'before'>): boolean =>
  now?.value !== undefined || before?.value !== undefined;

/** A closed or merged centre has only the former value; a new one no comparison. */
function noteOf(owner: Owner, now: FrozenDay, before: FrozenDay | undefined): Bar['note'] {
  if (!now.owners.has(owner)) return 'closed';
  return before && !before.owners.has(owner) ? 'opened' : undefined;
}

/** Every centre of either day, in order; removed ones by former name. */
function ownersOf(now: FrozenDay, before: FrozenDay | undefined, { centres }: ReportRecords) {
  const titles = new Map<Owner, string>();
  for (const frozen of [before, now]) for (const [owner, { title }] of frozen?.owners ?? []) titles.set(owner, title);
  titles.delete('whole');
  const place = new Map(centres.map(({ key }, position) => [key, position]));
  const named = new Map(centres.map(({ key, title }) => [key, title]));
  return [...titles]
    .map(([owner, title]) => ({ owner, title: named.get(owner) ?? title, place: place.get(owner) ?? Number.MAX_VALUE }))
    .sort((one, other) => one.place - other.place || compareDanish(one.title, other.title));
}
