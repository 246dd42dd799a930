import { ownCentres } from '../../assets/index.ts';
import { mayAddService, settingsNow } from '../../critical-services/index.ts';
import type { Context } from '../../context.ts';
import { holds, type Actor } from '../../kernel/index.ts';
import { centres, freshnessOf } from '../../organisation/index.ts';
import { systemGaps, type ContingencyOverview, type OverviewQuery, type VitalRow } from '../contract.ts';
import { planWriters } from '../permissions.ts';
import { entriesAbout, isOf, sortEntries } from './filter-entries.ts';
import { ladderOf } from './ladder.ts';
import { serviceEntries, servicesAbout } from './service-entries.ts';
import { overviewLists, vitalEntries, vitalRowOf, type VitalEntry } from './vital-entries.ts';

/** Rows by gap, worst first; without zeros. */
export function gapCounts(rows: readonly Pick<VitalRow, 'gaps'>[]): ContingencyOverview['gaps'] {
  const counts = new Map<string, number>();
  for (const { gaps } of rows) for (const { gap } of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return systemGaps.flatMap((gap) => {
    const count = counts.get(gap) ?? 0;
    return count === 0 ? [] : [{ gap, count }];
  });
}

type Filter = Omit<OverviewQuery, 'offset' | 'limit'>;
/** A query's rows in order, and the rows counted. From memory. */
export function overviewRows(
  context: Context,
  actor: Actor,
  query: Filter,
): { about: VitalEntry[]; found: VitalEntry[] } {
  const { points } = settingsNow(context);
  const about = entriesAbout(vitalEntries(context).values(), actor, query);
  const found = about.filter((entry) => isOf(entry, query, points));
  return { about, found: sortEntries(found, query) };
}

/** Vital systems, gaps first, and the ladder (R4–R6). From memory. */
export function overviewView(context: Context, actor: Actor, query: OverviewQuery): ContingencyOverview {
  const { about, found } = overviewRows(context, actor, query);
  const services = servicesAbout(serviceEntries(context).values(), actor, query);
  const rows = about.map(({ row }) => row);
  const gaps = gapCounts(rows);
  return {
    counts: {
      vital: rows.length,
      noPlan: gaps.find(({ gap }) => gap === 'noPlan')?.count ?? 0,
      notInAYear: rows.filter(({ testing }) => testing !== undefined && !testing.inAYear).length,
      withGaps: rows.filter((row) => row.gaps.length > 0).length,
      services: services.length,
      total: found.length,
    },
    gaps,
    ladder: ladderOf(services, about, settingsNow(context).points),
    rows: found.slice(query.offset, query.offset + query.limit).map((entry) => vitalRowOf(context, entry)),
    centres: centres(context).map(({ key, title }) => ({ id: key, title })),
    mine: ownCentres(actor),
    abilities: {
      reportDowntime: holds(actor, ...planWriters),
      addService: [undefined, ...ownCentres(actor)].some((centreId) => mayAddService(actor, centreId)),
    },
    freshness: freshnessOf(context, ...overviewLists),
  };
}
