import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { historyRow, yearOf, type HistoryRow } from '../../history/index.ts';
import { todayOf } from '../../kernel/index.ts';
import { DaySeals, type DaySeal } from './seal-list.ts';
import { sealOf } from './seal.ts';

/** Days that seals stay in memory: late entries are looked up under the seals since their day. */
const lookBackDays = 100;

/** Valid seals, latest first: hand-edited ones are reported by `verify-trail` and not built on. */
const intact = derivation([DaySeals], (context) =>
  context
    .list(DaySeals)
    .all()
    .filter((seal) => sealOf(seal) === seal.seal)
    .sort((one, other) => other.day.localeCompare(one.day) || other.sealedAt.localeCompare(one.sealedAt)),
);

/** The latest day's seal, for reports and cards: it covers every day before. From memory. */
export const latestSeal = (context: Context): DaySeal | undefined =>
  intact(context).find(({ day }) => day < todayOf(context.clock));

/** Groups of eight characters, for comparison by eye. */
export const inGroups = (seal: string): string => seal.match(/.{1,8}/g)?.join(' ') ?? seal;

/** Seals leave memory by the year; the latest stays, since the next is chained to it. */
export const sealHistory = (): HistoryRow =>
  historyRow({
    list: DaySeals,
    lookBack: () => lookBackDays,
    monthOf: (context) => {
      const last = latestSeal(context)?.day;
      return ({ day }) => (day === last ? undefined : yearOf(day));
    },
  });
