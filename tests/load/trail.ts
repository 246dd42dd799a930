import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AuditEntries, type AuditEntry } from '../../api/audit/index.ts';
import type { Instant, PersonId } from '../../api/kernel/index.ts';
import { codecOf } from '../../api/sharepoint/index.ts';
import { ClosedMonths } from '../../api/history/index.ts';
import { DaySeals } from '../../api/trail/index.ts';
import { dice } from './dice.ts';
import { megabytes, number, print } from './figures.ts';

/** Acts with an entry per person and year: 200,000 of 50,000 people, as in `years.ts`. */
const actsAPerson = 4;
/** Days in memory: the current month and the previous one, at most. */
const liveDays = 61;
const [sample, monthsAYear, fieldsOfAct] = [20_000, 12, 3];
const daysAYear = 365;

const entry = (place: number, roll: (sides: number) => number): AuditEntry => ({
  key: `change_Assets_asset-${place}_${roll(1_000_000)}_change`,
  title: 'changeAsset',
  subjectKey: `asset-${place % 5_000}`,
  actorId: `00000000-0000-4000-8000-${String(place % 50_000).padStart(12, '0')}` as PersonId,
  at: `2026-11-${String(1 + (place % 28)).padStart(2, '0')}T09:00:00.000Z` as Instant,
  details: {},
  origin: 'tab',
  via: 'PUT /api/assets/:assetKey',
  changes: [
    {
      ...{ list: 'Assets', key: `asset-${place % 5_000}`, what: 'change' },
      fields: Array.from({ length: fieldsOfAct }, (_, nth) => ({
        ...{ field: `field${nth}`, before: `before-${roll(100)}`, after: `after-${roll(100)}` },
      })),
    },
  ],
});

const kilobytes = (bytes: number): string => `${number(bytes / 1024)} kB`;

/** Heap bytes of one of so many records in the mirror: what its codec reads from an item. */
function bytesEach<Value>(make: (place: number) => Value): number {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  gc();
  const before = process.memoryUsage().heapUsed;
  const held = Array.from({ length: sample }, (_, place) => make(place));
  gc();
  const bytes = (process.memoryUsage().heapUsed - before) / held.length;
  return Math.max(0, bytes);
}

/**
 * An estimate of the trail's memory: an entry, the most of a year in memory, and the rest of a past one (a line a
 * closed month, and seals until the year is closed). The start-up with ten closed years is measured by `years`.
 */
export async function measureTrail(people: number): Promise<void> {
  const roll = dice(7);
  const codec = codecOf(AuditEntries);
  const asKept = (place: number) => {
    const { key, ...fields } = entry(place, roll);
    const given = Object.entries(codec.encode({ key, ...fields })).filter(([, value]) => value !== null);
    const decoded = codec.decode(structuredClone({ Key: key, ...Object.fromEntries(given) }));
    if ('problems' in decoded) throw new Error(decoded.problems.join(', '));
    return { ...decoded.record, item: { id: String(place), etag: `"${place},1"`, modified: '2026-11-24T09:00:00Z' } };
  };
  const each = bytesEach(asKept);
  const acts = people * actsAPerson;
  const month = codecOf(ClosedMonths).select.length + 400;
  const seal = codecOf(DaySeals).select.length + 600;
  print(`The trail of ${number(people)} people: ${number(acts)} acts a year, estimated`, [
    { what: 'an entry in memory', figure: `${number(each)} bytes`, beside: `of ${number(sample)} that were held` },
    {
      what: 'in memory at most (61 days)',
      figure: megabytes((acts * liveDays * each) / daysAYear),
      beside: `a whole year would be ${megabytes(acts * each)}`,
    },
    {
      what: 'a year that has passed',
      figure: kilobytes(monthsAYear * Math.ceil(acts / monthsAYear / 20_000) * month),
      beside: `its lines in ClosedMonths; seals of the running year ${kilobytes(daysAYear * seal)}`,
    },
  ]);
}
