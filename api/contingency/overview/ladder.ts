import { soundDowntime } from '../../critical-services/index.ts';
import { ladderItems, type LadderItem, type LadderRung, type VitalRow } from '../contract.ts';
import { beyond, rungName, unknown } from './rungs.ts';
import type { ServiceEntry } from './service-entries.ts';
import type { VitalEntry } from './vital-entries.ts';

type Mark = NonNullable<LadderItem['plan']>;
type Status = { is: 'service'; entry: ServiceEntry } | { is: 'asset'; entry: VitalEntry };

const mtdOf = (one: Status): number | undefined =>
  one.is === 'service' ? soundDowntime(one.entry.service.mtd) : one.entry.hours.mtd;
const gapsOfStatus = (one: Status): number =>
  one.is === 'service' ? one.entry.gaps.length : one.entry.row.gaps.length;

export function planMark({ plan: { state, covered, of } }: Pick<VitalRow, 'plan'>): Mark {
  if (covered === 0 && state === 'missing') return 'missing';
  return state === 'valid' && covered === of ? 'valid' : 'partly';
}

/**
 * Tested in time, passed, and within the accepted downtime; or partly; `missing` is counted by the headline as not
 * tested within a year. Undefined without a plan to test: the plan's mark shows that.
 */
export function testMark({ testing }: Pick<VitalRow, 'testing'>): Mark | undefined {
  if (!testing) return undefined;
  if (!testing.inAYear) return 'missing';
  return testing.status === 'current' && testing.passed !== false && !testing.aboveMtd ? 'valid' : 'partly';
}

function itemOf(one: Status): LadderItem {
  const mtd = mtdOf(one);
  const hours = mtd === undefined ? {} : { mtd };
  if (one.is === 'service') {
    const { service, gaps } = one.entry;
    return { kind: 'service', key: service.key, title: service.title, ...hours, gaps: gaps.length };
  }
  const { row } = one.entry;
  const { kind, key, title } = row.asset;
  const test = testMark(row);
  return {
    kind,
    key,
    title,
    ...hours,
    plan: planMark(row),
    gaps: row.gaps.length,
    ...(test === undefined ? {} : { test }),
  };
}

/** Services first, each kind by most gaps, then by shortest downtime. */
const compare = (one: Status, other: Status): number =>
  Number(one.is === 'asset') - Number(other.is === 'asset') ||
  gapsOfStatus(other) - gapsOfStatus(one) ||
  (mtdOf(one) ?? 0) - (mtdOf(other) ?? 0) ||
  placeOf(one) - placeOf(other) ||
  keyOf(one).localeCompare(keyOf(other));
const keyOf = (one: Status): string => (one.is === 'asset' ? one.entry.row.asset.key : one.entry.service.key);
const placeOf = (one: Status): number => (one.is === 'asset' ? one.entry.place : 0);

/** At most `ladderItems` of a rung; half of them services if systems remain. */
function shown(status: readonly Status[]): Status[] {
  if (status.length <= ladderItems) return [...status];
  const services = status.filter(({ is }) => is === 'service');
  const assets = status.filter(({ is }) => is === 'asset');
  const ofServices = Math.min(services.length, Math.max(ladderItems / 2, ladderItems - assets.length));
  return [...services.slice(0, ofServices), ...assets.slice(0, ladderItems - ofServices)];
}

/**
 * The time ladder: what must be back within each point, later, or without a limit. Each service and vital system is on
 * exactly one rung. `points` in hours, ascending. Pure.
 */
export function ladderOf(
  services: readonly ServiceEntry[],
  vital: readonly VitalEntry[],
  points: readonly number[],
): LadderRung[] {
  const status = new Map<string, Status[]>();
  const put = (one: Status) => {
    const rung = rungName(mtdOf(one), points);
    const known = status.get(rung);
    if (known) known.push(one);
    else status.set(rung, [one]);
  };
  for (const entry of services) put({ is: 'service', entry });
  for (const entry of vital) put({ is: 'asset', entry });
  const rungs: { rung: string; kind: LadderRung['kind']; hours?: number }[] = [
    ...points.map((hours) => ({ rung: String(hours), kind: 'within' as const, hours })),
    ...[beyond, unknown].filter((rung) => status.has(rung)).map((rung) => ({ rung, kind: rung })),
  ];
  return rungs.map((rung) => {
    const here = (status.get(rung.rung) ?? []).sort(compare);
    const countOf = (is: Status['is']) => here.filter((one) => one.is === is).length;
    return {
      ...rung,
      services: countOf('service'),
      systems: countOf('asset'),
      withGaps: here.filter((one) => gapsOfStatus(one) > 0).length,
      items: shown(here).map(itemOf),
    };
  });
}
