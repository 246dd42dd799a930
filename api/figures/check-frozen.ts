import type { Context } from '../context.ts';
import { missing, type LocalDate } from '../kernel/index.ts';
import { allFigures } from './all-figures.ts';
import type { Counted, Figure, Owner } from './figure.ts';
import { figureValuesNow, valueFor, type Values } from './figure-values.ts';
import { Figures, readValue, type FrozenFigures } from './figures-list.ts';
import { readRecords, recordHashes, type KeptRecords } from './records/keep-records.ts';
import { recordsAt } from './records/records-at.ts';

/** A record changed since a day was frozen. */
export interface ChangedRecord {
  list: string;
  key: string;
  change: 'changed' | 'gone' | 'new';
}
/** A figure that differs when recomputed. */
export interface Differing {
  figure: string;
  owner: Owner;
  frozen: Counted;
  now: Counted | undefined;
  /** Of the figure's lists; empty when the records were not stored. */
  records: readonly ChangedRecord[];
}
export interface Checked {
  day: LocalDate;
  /** Number of recomputed values that are equal. */
  same: number;
  /** Figures of present data only, which cannot be recomputed. */
  notCounted: readonly string[];
  differing: readonly Differing[];
}

/**
 * Recomputes a frozen day from the records (of `from`, an export, if given), and reports differences and records
 * changed since (9.1). A month is named `2026-10`, a day `2026-10-14`, or either by the key of one of its items. Throws
 * AppError: missing `figures.notFrozen`, conflict `figures.recordsDamaged`, unavailable.
 */
export async function checkFrozen(context: Context, month: string, from: Context = context): Promise<Checked> {
  const items = frozenItems(context, month);
  const [first] = items;
  if (!first) throw missing('figures.notFrozen');
  const file = items.find(({ owner }) => owner === 'whole')?.records;
  const before = file && (await readRecords(context, file));
  const records = recordsAt(from, first.day, before);
  const values = await figureValuesNow(records);
  const found = items.flatMap((item) => compared(item, values));
  const differing = found.filter(({ isSame }) => !isSame);
  const changes = before && differing.length > 0 ? await changesSince(before, records) : [];
  return {
    day: first.day,
    same: found.length - differing.length,
    notCounted: allFigures.filter(({ onlyNow }) => onlyNow).map(({ key }) => key),
    differing: differing.map(({ figure, owner, frozen, now }) => {
      const lists = new Set(figure.lists(context).map(({ name }) => name));
      return { figure: figure.key, owner, frozen, now, records: changes.filter(({ list }) => lists.has(list)) };
    }),
  };
}

/** All owners of a frozen month or day. */
function frozenItems(context: Context, name: string) {
  const all = context.list(Figures).all();
  const one = context.list(Figures).get(name) ?? all.find(({ kind, day }) => nameOf(kind, day) === name);
  return all.filter(({ kind, day }) => kind === one?.kind && day === one.day);
}
/** `2026-10` of a month, `2026-10-14` of a day. */
export const nameOf = (kind: FrozenFigures['kind'], day: LocalDate): string =>
  kind === 'month' ? day.slice(0, 7) : day;

interface Compared {
  figure: Figure;
  owner: Owner;
  frozen: Counted;
  now: Counted | undefined;
  isSame: boolean;
}
function compared({ owner, values: frozen }: FrozenFigures, values: Values): Compared[] {
  return allFigures.flatMap((figure): Compared[] => {
    const written = frozen[figure.key];
    if (!written || figure.onlyNow) return [];
    const before = readValue(written);
    const now = valueFor(values, figure, owner as Owner);
    const isSame = now?.numerator === before.numerator && now.denominator === before.denominator;
    return [{ figure, owner: owner as Owner, frozen: before, now, isSame }];
  });
}

async function changesSince(before: KeptRecords, records: Context): Promise<ChangedRecord[]> {
  const now = await recordHashes(records);
  return Object.keys(before).flatMap((list) => differences(list, before[list] ?? {}, now[list] ?? {}));
}

function differences(list: string, before: KeptRecords[string], now: KeptRecords[string]): ChangedRecord[] {
  const changed = Object.entries(before).flatMap(([key, hash]): ChangedRecord[] => {
    if (now[key] === undefined) return [{ list, key, change: 'gone' }];
    return now[key] === hash ? [] : [{ list, key, change: 'changed' }];
  });
  const fresh = Object.keys(now).filter((key) => before[key] === undefined);
  return [...changed, ...fresh.map((key): ChangedRecord => ({ list, key, change: 'new' }))];
}
