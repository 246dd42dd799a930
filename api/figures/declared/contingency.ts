import type { Context } from '../../context.ts';
import {
  Downtimes,
  Improvements,
  isReal,
  isWellTested,
  overviewLists,
  vitalEntries,
  yearBegun,
  type Downtime,
  type VitalEntry,
} from '../../contingency/index.ts';
import { todayOf } from '../../kernel/index.ts';
import { Centres } from '../../organisation/index.ts';
import { centreIn, pathWith, tally, yearNow, type ByOwner, type Figure, type Owner, type Unit } from '../figure.ts';
import { actionState } from '../../actions/index.ts';

type Gap = VitalEntry['row']['gaps'][number]['gap'];
const has = ({ row }: VitalEntry, gap: Gap): boolean => row.gaps.some((one) => one.gap === gap);

/** Shares and numbers of vital systems and work processes, as in the contingency overview. */
const ofVital =
  (unit: Unit, is: (entry: VitalEntry) => boolean, isCounted: (entry: VitalEntry) => boolean = () => true) =>
  (context: Context): ByOwner =>
    tally(
      context,
      unit,
      [...vitalEntries(context).values()].filter(isCounted),
      ({ centreIds }) => centreIds,
      (entry) => ({ numerator: is(entry) ? 1 : 0, denominator: 1 }),
    );
const isSystem = ({ row }: VitalEntry): boolean => row.asset.kind === 'system';
const isMeasured = ({ row, hours }: VitalEntry): boolean =>
  row.testing?.recovery !== undefined && hours.mtd !== undefined;

/** Downtimes begun this year, without false alarms. */
const ofDowntimes =
  (unit: Unit, is: (downtime: Downtime) => boolean, isCounted: (downtime: Downtime) => boolean) =>
  (context: Context): ByOwner => {
    const year = yearNow(context);
    return tally(
      context,
      unit,
      context
        .list(Downtimes)
        .all()
        .filter((one) => isReal(one) && yearBegun(one) === year && isCounted(one)),
      ({ centreIds }) => centreIds,
      (downtime) => ({ numerator: is(downtime) ? 1 : 0, ...(unit === 'percent' ? { denominator: 1 } : {}) }),
    );
  };

function improvementsLate(context: Context): ByOwner {
  const today = todayOf(context.clock);
  return tally(
    context,
    'count',
    context.list(Improvements).all(),
    ({ centreId }) => [centreId],
    (improvement) => {
      const state = actionState(improvement, today);
      return { numerator: state === 'overdue' ? 1 : 0, denominator: state === 'overdue' || state === 'open' ? 1 : 0 };
    },
  );
}

/** The overview; with a choice, its table, which is below the picture. */
const overview = (query: Readonly<Record<string, string>>) => (owner: Owner) => {
  const path = pathWith('/contingency', { ...query, centreId: centreIn(owner) ?? 'all' });
  return Object.keys(query).length === 0 ? path : `${path}#vital`;
};
const downtimes = (query: Readonly<Record<string, string>>) => (owner: Owner, now: Context) =>
  pathWith('/contingency/downtime', { year: String(yearNow(now)), ...query, centreId: centreIn(owner) });
const lists = () => overviewLists;

/** R4–R6: can vital services run without IT, and is it tested. */
export const contingencyFigures: readonly Figure[] = [
  {
    key: 'vital',
    area: 'contingency',
    unit: 'count',
    good: 'neither',
    whose: 'centres',
    lists,
    of: (context) =>
      tally(
        context,
        'count',
        vitalEntries(context).values(),
        ({ centreIds }) => centreIds,
        () => ({ numerator: 1 }),
      ),
    link: overview({}),
  },
  {
    key: 'vitalWithPlan',
    area: 'contingency',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    work: 'writePlan',
    lists,
    of: ofVital('percent', (entry) => !has(entry, 'noPlan')),
    link: overview({ gap: 'noPlan' }),
  },
  {
    key: 'vitalRestorable',
    area: 'contingency',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    work: 'writeRestorePlan',
    lists,
    of: ofVital('percent', (entry) => !has(entry, 'noRestorePlan'), isSystem),
    link: overview({ gap: 'noRestorePlan' }),
  },
  {
    key: 'vitalTested',
    area: 'contingency',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    work: 'testPlan',
    lists,
    of: ofVital('percent', ({ row }) => isWellTested(row)),
    link: overview({ testing: 'lacking' }),
  },
  {
    key: 'vitalInTime',
    area: 'contingency',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    lists,
    of: ofVital('percent', (entry) => !has(entry, 'measuredAboveMtd'), isMeasured),
    link: overview({ gap: 'measuredAboveMtd' }),
  },
  {
    key: 'vitalWithGaps',
    area: 'contingency',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    lists,
    of: ofVital('count', ({ row }) => row.gaps.length > 0),
    link: overview({ gap: 'any' }),
  },
  {
    key: 'downtimes',
    area: 'contingency',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    ofYear: true,
    lists: () => [Downtimes, Centres],
    of: ofDowntimes(
      'count',
      () => true,
      () => true,
    ),
    link: downtimes({ state: 'real' }),
  },
  {
    key: 'downtimesKept',
    area: 'contingency',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    ofYear: true,
    lists: () => [Downtimes, Centres],
    of: ofDowntimes(
      'percent',
      ({ kept }) => kept === true,
      ({ kept, state }) => state === 'closed' && kept !== undefined,
    ),
    link: downtimes({ state: 'closed', outcome: 'broken' }),
  },
  {
    key: 'improvementsLate',
    area: 'contingency',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'doImprovement',
    lists: () => [Improvements, Centres],
    of: improvementsLate,
    link: (owner) =>
      pathWith('/contingency/tests', { show: 'improvements', state: 'overdue', centreId: centreIn(owner) }),
  },
];
