import { z } from 'zod';
import { AuditEntries, continueAudit } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { contextPart } from '../../context-part.ts';
import { filesOf } from '../../history/index.ts';
import {
  asAppError,
  compareText,
  conflict,
  inSlices,
  localDate,
  nowOf,
  stableKey,
  todayOf,
  type AppError,
  type Instant,
  type LocalDate,
} from '../../kernel/index.ts';
import { codecOf, isSetAside } from '../../sharepoint/index.ts';
import { readLeaves, writeLeaves } from './leaf-file.ts';
import { DaySeals } from './seal-list.ts';
import { leafHash, noSeal, rootOf, sealOf, type Leaf } from './seal.ts';
import { latestSeal } from './seals.ts';

const codec = codecOf(AuditEntries);

/** An entry without a seal. */
interface Unsealed {
  key: string;
  on: LocalDate;
  hash(): string;
}

/** Keys under the seals of days still in the list, by seal. */
const sealedKeys = contextPart<Map<string, ReadonlySet<string>>>('trail/sealDays');

/**
 * Seals every day before today with entries, oldest first, including missed ones. Pending entries are written first:
 * `settle` appends those missing after a crash, and the journal is emptied; if that fails, nothing is sealed. Entries
 * under a hand-edited seal count as sealed, and sealing continues. Late entries of a sealed day are sealed with the
 * next day, marked as late. Safe to interrupt. About 5 resource units a day with entries. Returns the days sealed.
 * Throws AppError `unavailable`, and after sealing conflict `trail.leavesChanged`.
 */
export async function sealDays(context: Context, settle: (context: Context) => Promise<void>): Promise<LocalDate[]> {
  await settle(context);
  await continueAudit(context);
  const before = latestSeal(context);
  const { found, problem } = await unsealed(context, before?.day);
  const sealed: LocalDate[] = [];
  for (const [day, entries] of byDay(found, before?.day)) {
    const leaves: Leaf[] = entries.map((one) => ({
      key: one.key,
      hash: one.hash(),
      ...(before && one.on <= before.day ? { late: true as const } : {}),
    }));
    // Files closed before sealing began are sealed with the first day.
    if (!before && sealed.length === 0) leaves.push(...closedFiles(context));
    await sealDay(context, day, leaves);
    sealed.push(day);
  }
  if (problem) throw problem;
  return sealed;
}

/** Days to seal, with their entries. */
function byDay(found: readonly Unsealed[], sealedThrough: LocalDate | undefined): [LocalDate, Unsealed[]][] {
  const isLate = ({ on }: Unsealed) => sealedThrough !== undefined && on <= sealedThrough;
  const days = [...new Set(found.filter((one) => !isLate(one)).map(({ on }) => on))].sort();
  // A trail older than its sealing is sealed as one.
  const [first] = sealedThrough === undefined ? days.slice(-1) : days;
  if (first === undefined) return [];
  const groups = Map.groupBy(found, (one) =>
    isLate(one) || sealedThrough === undefined || one.on < first ? first : one.on,
  );
  return [...groups].sort(([one], [other]) => compareText(one, other));
}

async function unsealed(
  context: Context,
  sealedThrough: LocalDate | undefined,
): Promise<{ found: Unsealed[]; problem?: AppError | undefined }> {
  const entries = context.list(AuditEntries);
  const today = todayOf(context.clock);
  const found: Unsealed[] = [];
  await inSlices(entries.all(), ({ item: _item, ...record }) => {
    const on = localDate(record.at);
    if (on < today) found.push({ key: record.key, on, hash: () => leafHash(codec.encode(record)) });
  });
  // An unparsable entry is sealed as it is: it was edited before.
  for (const { key, given = {} } of entries.setAside()) {
    const at = z.iso.datetime().safeParse(given['At']);
    if (key === undefined) continue;
    const on = at.success ? localDate(at.data as Instant) : (sealedThrough ?? today);
    if (on < today) found.push({ key, on, hash: () => leafHash(ownFields(given)) });
  }
  if (sealedThrough === undefined) return { found };
  const oldest = found.reduce((first, { on }) => (on < first ? on : first), today);
  const { known, unread, problem } = await keysSealedSince(context, oldest);
  const isSealed = ({ key, on }: Unsealed) => unread.has(on) || known.some((keys) => keys.has(key));
  return { found: found.filter((one) => one.on > sealedThrough || !isSealed(one)), problem };
}

const columns = new Set(codec.select.split(','));
/** Without what SharePoint adds. */
export const ownFields = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => columns.has(name)));

interface Sealed {
  known: readonly ReadonlySet<string>[];
  /** Days whose seal or hashes were changed by hand, and the first problem. */
  unread: ReadonlySet<LocalDate>;
  problem?: AppError | undefined;
}

/** An entry is sealed on its own day or later. 1 resource unit per seal not read since the start. */
async function keysSealedSince(context: Context, day: LocalDate): Promise<Sealed> {
  const read = sealedKeys.get(context) ?? new Map<string, ReadonlySet<string>>();
  const kept = new Map<string, ReadonlySet<string>>();
  const unread = new Set<LocalDate>();
  let problem: AppError | undefined;
  for (const seal of context.list(DaySeals).all()) {
    if (seal.day < day) continue;
    try {
      const keys = read.get(seal.seal) ?? new Set((await readLeaves(context, seal)).map(({ key }) => key));
      kept.set(seal.seal, keys);
    } catch (thrown) {
      const error = asAppError(thrown);
      if (error.kind === 'unavailable') throw error;
      unread.add(seal.day);
      problem ??= conflict('trail.leavesChanged', { day: seal.day });
    }
  }
  sealedKeys.set(context, kept);
  return { known: [...kept.values()], unread, problem };
}

/** Seals of one day: more were not edited by hand. */
const mostOfDay = 9;
/** `seal~day`, or another if a hand-edited one has it. */
function freeKey(context: Context, day: LocalDate): string {
  const seals = context.list(DaySeals);
  for (let number = 1; number <= mostOfDay; number += 1) {
    const key = stableKey('seal', day, ...(number === 1 ? [] : [String(number)]));
    if (!seals.get(key) && !isSetAside(seals, key)) return key;
  }
  return stableKey('seal', day);
}

export const fileLeafKey = (month: string, part: number): string =>
  stableKey('file', AuditEntries.name, month, String(part));
const closedFiles = (context: Context): Leaf[] =>
  filesOf(context, AuditEntries.name).map(({ month, part, hash }) => ({ key: fileLeafKey(month, part), hash }));

async function sealDay(context: Context, day: LocalDate, leaves: readonly Leaf[]): Promise<void> {
  const before = latestSeal(context);
  const previous = before?.seal ?? noSeal;
  const late = leaves.filter((one) => one.late).length;
  const parts = { previous, day, entries: leaves.length, late, root: rootOf(leaves) };
  const file = await writeLeaves(context, day, leaves);
  await context.list(DaySeals).create(
    {
      key: freeKey(context, day),
      title: day,
      ...parts,
      seal: sealOf(parts),
      ...file,
      sealedAt: nowOf(context.clock),
    },
    'background',
  );
}
