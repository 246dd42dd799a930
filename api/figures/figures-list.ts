import { z } from 'zod';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { dayOfMonth, type LocalDate } from '../kernel/index.ts';
import { frozenRiskMonths, levelCount, type FrozenLevels } from '../risks/index.ts';
import {
  choice,
  date,
  defineList,
  json,
  moment,
  optional,
  text,
  whole,
  type RecordIn,
  type Stored,
} from '../sharepoint/index.ts';
import type { Counted, Figure, Owner } from './figure.ts';

/** `month`: by the job, after the month. `day`: on demand, as of the day before. */
const frozenKinds = ['month', 'day'] as const;

/** Numerator, denominator and value; `null` without one. Compact: a year of a large municipality is some MB. */
const frozenValue = z.tuple([z.number(), z.number().nullable(), z.number().nullable()]);

/** File of the record hashes: only for the whole. */
const recordsFile = z.object({ id: z.string(), hash: z.string(), records: z.number().int() });

/** Figures at the end of a day: an item for each owner, immutable (R2, R12). */
export const Figures = defineList('Figures', {
  editedBy: 'program',
  describe: 'Figures as they stood at the end of a month or a day, an item for each owner; frozen (R2, R12).',
  columns: {
    title: text('The day that it describes, and whose it is'),
    kind: choice(frozenKinds, 'A month that is over, or a day on demand'),
    day: date('The last day that counts'),
    owner: text('The whole organisation (whole), or the key of a centre'),
    values: json(z.record(z.string(), frozenValue), 'By figure: numerator, denominator, value'),
    levels: optional(json(z.array(levelCount), 'Risks by level of the scale in use then')),
    records: optional(json(recordsFile, 'Which records it was counted from, as a file in the library')),
    edition: whole('How the values are written down'),
    frozenAt: moment('When it was frozen'),
  },
});
export type FrozenFigures = RecordIn<typeof Figures>;

/** Current format of `values`. */
export const edition = 1;

export const writtenValue = ({ numerator, denominator, value }: Counted): FrozenFigures['values'][string] => [
  numerator,
  denominator ?? null,
  value ?? null,
];
export const readValue = ([numerator, denominator, value]: FrozenFigures['values'][string]): Counted => ({
  numerator,
  ...(denominator === null ? {} : { denominator }),
  ...(value === null ? {} : { value }),
});

/** Frozen months by owner, oldest first. From memory. */
const monthsByOwner = derivation([Figures], (context): ReadonlyMap<Owner, readonly Stored<FrozenFigures>[]> => {
  const months = context
    .list(Figures)
    .all()
    .filter(({ kind }) => kind === 'month')
    .sort((one, other) => one.day.localeCompare(other.day));
  return Map.groupBy(months, ({ owner }) => owner as Owner);
});
export const frozenMonths = (context: Context, owner: Owner): readonly Stored<FrozenFigures>[] =>
  monthsByOwner(context).get(owner) ?? [];

interface Before {
  day: LocalDate;
  value: number;
}
/** A figure's values at the end of frozen months, oldest first. */
export function valuesBefore(
  context: Context,
  { key, fromLevels }: Pick<Figure, 'key' | 'fromLevels'>,
  owner: Owner,
): Before[] {
  const frozen = frozenMonths(context, owner).flatMap(({ day, values }): Before[] => {
    const written = values[key];
    const value = written && readValue(written).value;
    return value === undefined ? [] : [{ day, value }];
  });
  return fromLevels ? [...oldMonths(context, fromLevels, owner, frozen), ...frozen] : frozen;
}

/** Risk months from before the figures; without those frozen since. */
function oldMonths(
  context: Context,
  fromLevels: NonNullable<Figure['fromLevels']>,
  owner: Owner,
  frozen: readonly Before[],
): Before[] {
  const first = frozen[0]?.day.slice(0, 7) ?? '9999-12';
  return frozenRiskMonths(context)
    .filter(({ key }) => key < first)
    .map(({ key, levels, byCentre }) => ({
      day: lastDayOf(key),
      value: fromLevels(owner === 'whole' ? levels : (byCentre[owner] ?? [])),
    }));
}
const lastDayOf = (month: string): LocalDate => dayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 31);

/** Risks by level and frozen month, for trends. From memory. */
export const frozenLevels = derivation([Figures], (context): readonly FrozenLevels[] => {
  const months = Map.groupBy(
    context
      .list(Figures)
      .all()
      .filter(({ kind, levels }) => kind === 'month' && levels !== undefined),
    ({ day }) => day.slice(0, 7),
  );
  return [...months].flatMap(([key, items]) => {
    const levels = items.find(({ owner }) => owner === 'whole')?.levels;
    const centres = items.filter(({ owner }) => owner !== 'whole');
    return levels
      ? [{ key, levels, byCentre: Object.fromEntries(centres.map((one) => [one.owner, one.levels ?? []])) }]
      : [];
  });
});
