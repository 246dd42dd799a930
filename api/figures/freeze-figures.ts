import type { Context } from '../context.ts';
import { addDays, nowOf, stableKey, todayOf, type LocalDate } from '../kernel/index.ts';
import { centreRef, centres } from '../organisation/index.ts';
import { levelsNow } from '../risks/index.ts';
import { isSetAside, type Lane } from '../sharepoint/index.ts';
import { allFigures } from './all-figures.ts';
import type { Counted, Owner } from './figure.ts';
import { figureValuesNow, valueFor, type Values } from './figure-values.ts';
import { edition, Figures, writtenValue, type FrozenFigures } from './figures-list.ts';
import { keepRecords } from './records/keep-records.ts';
import { recordsAt } from './records/records-at.ts';

type Kind = FrozenFigures['kind'];
/** Stable keys: concurrent instances create the same items. */
export const frozenKey = (kind: Kind, day: LocalDate, owner: Owner): string => stableKey(kind, day, owner);

/** Figures that show whether there is any data. */
const telling = ['policyCoverage', 'courseCoverage', 'proceduresInForce', 'risks', 'vital', 'approvalDays'] as const;
const tellsSomething = (values: Values): boolean =>
  telling.some((key) => {
    const counted = valueFor(values, { key }, 'whole');
    return (counted?.numerator ?? 0) + (counted?.denominator ?? 0) > 0;
  });

/**
 * Freezes all figures at the end of last month, once: existing months are immutable, and earlier missing ones are not
 * created. The first is one with data. Safe to run concurrently; one item per owner, the whole's last, so that the next
 * run completes an interrupted one. 2 resource units an owner in the background lane. Returns the frozen month,
 * `2026-10`. Throws AppError `unavailable`.
 */
export async function freezeMonth(context: Context): Promise<string | undefined> {
  const today = todayOf(context.clock);
  const day = addDays(`${today.slice(0, 7)}-01` as LocalDate, -1);
  return (await freeze(context, 'month', day)) ? day.slice(0, 7) : undefined;
}

/** The last completed day: later writes do not affect it. */
export const lastFullDay = (context: Context): LocalDate => addDays(todayOf(context.clock), -1);

/**
 * Freezes all figures at the end of a day; `false` when done already, or without data. `interactive` when a person
 * waits.
 */
export async function freeze(
  context: Context,
  kind: Kind,
  day: LocalDate,
  lane: Lane = 'background',
): Promise<boolean> {
  const list = context.list(Figures);
  const last = frozenKey(kind, day, 'whole');
  if (list.get(last) || isSetAside(list, last)) return false;
  const records = recordsAt(context, day);
  const values = await frozenValues(context, records);
  if (kind === 'month' && list.all().length === 0 && !tellsSomething(values)) return false;
  const levels = levelsNow(records);
  const kept = await keepRecords(context, records, `${day}-${kind}`, lane);
  const itemOf = (owner: Owner): FrozenFigures => ({
    key: frozenKey(kind, day, owner),
    title: titleOf(context, day, owner),
    kind,
    day,
    owner,
    values: writtenValues(values, owner),
    edition,
    frozenAt: nowOf(context.clock),
    ...(owner === 'whole'
      ? { levels: levels.levels, records: kept }
      : { levels: levels.byCentre[owner] ?? levels.levels.map((level) => ({ ...level, count: 0 })) }),
  });
  for (const { key } of centres(records)) {
    const item = itemOf(key as Owner);
    if (!list.get(item.key)) await list.create(item, lane);
  }
  const { existed } = await list.create(itemOf('whole'), lane);
  return !existed;
}

/** All figures of a day; those of present data only as of now. */
async function frozenValues(context: Context, records: Context): Promise<Values> {
  const then = await figureValuesNow(records);
  const now = await figureValuesNow(context);
  return new Map(allFigures.map(({ key, onlyNow }) => [key, (onlyNow ? now : then).get(key) ?? new Map()]));
}

function writtenValues(values: Values, owner: Owner): FrozenFigures['values'] {
  const found = allFigures.flatMap((figure): [string, Counted][] => {
    const counted = valueFor(values, figure, owner);
    return counted ? [[figure.key, counted]] : [];
  });
  return Object.fromEntries(found.map(([key, counted]) => [key, writtenValue(counted)]));
}

const titleOf = (context: Context, day: LocalDate, owner: Owner): string =>
  `${day} ${owner === 'whole' ? owner : (centreRef(context, owner)?.title ?? owner)}`.slice(0, 255);
