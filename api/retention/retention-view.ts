import type { Context } from '../context.ts';
import { etagOf } from '../edits/index.ts';
import { addDays, todayOf, type Actor } from '../kernel/index.ts';
import { freshnessOf, personRef } from '../organisation/index.ts';
import type { ExpiredRow, RetentionKind, RetentionView } from './contract.ts';
import { mostInRun } from './delete-expired.ts';
import { mayEditRetention } from './permissions.ts';
import { Retention } from './retention-list.ts';
import { mostDays } from './vocabulary.ts';
import { retentionOf, type Expired, type RetentionRow } from './retention-row.ts';

/** Rows shown of what is due; the rest as a number. */
const mostShown = 25;

/** Retention of each kind, and what exceeds it today. From memory. */
export function retentionViewOf(context: Context, actor: Actor): RetentionView {
  const { rows, fixed } = retentionOf(context);
  return {
    kinds: rows.map((row) => kindOf(context, row)),
    fixed: fixed.map(({ kind, days }) => ({ kind, days: days(context) })),
    mostInRun,
    mostDays,
    abilities: { edit: mayEditRetention(actor) },
    freshness: freshnessOf(context, Retention),
  };
}

function kindOf(context: Context, row: RetentionRow): RetentionKind {
  const { kind, usualDays, leastDays } = row;
  const chosen = context.list(Retention).get(kind);
  const days = chosen?.days ?? usualDays;
  const isHeld = row.lists.some((list) => context.list(list).held() !== undefined);
  const due = isHeld ? [] : row.due(context, addDays(todayOf(context.clock), -Math.max(days, leastDays)));
  return {
    kind,
    etag: etagOf([days, chosen?.isOn ?? false]),
    days,
    usualDays,
    leastDays,
    isOn: chosen?.isOn ?? false,
    ...(chosen ? { changedBy: personRef(context, chosen.changedBy), changedAt: chosen.changedAt } : {}),
    ...(chosen?.lastRunAt === undefined
      ? {}
      : { lastRun: { at: chosen.lastRunAt, records: chosen.lastRunRecords ?? 0 } }),
    due: {
      things: due.length,
      records: due.reduce((sum, { records }) => sum + records, 0),
      rows: due.slice(0, mostShown).map((one) => rowOf(context, one)),
    },
  };
}

function rowOf(context: Context, { key, day, about, records }: Expired): ExpiredRow {
  const base = { key, day, records };
  if ('personId' in about) return { ...base, person: personRef(context, about.personId) };
  return 'month' in about ? { ...base, month: about.month } : { ...base, title: about.title };
}
