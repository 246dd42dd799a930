import { AuditEntries } from '../../audit/index.ts';
import { compareText, localDate, type Instant, type LocalDate } from '../../kernel/index.ts';
import { codecOf } from '../../sharepoint/index.ts';
import type { DaySeal } from './seal-list.ts';
import { leafHash, noSeal, sealOf, type Leaf } from './seal.ts';
import { ownFields } from './seal-days.ts';

/** An entry from SharePoint or a closed month's file. `by` is unknown for files. */
export interface RawEntry {
  key: string;
  fields: Readonly<Record<string, unknown>>;
  createdAt?: string;
  /** Created or last changed by a person, not the program. */
  madeByHand?: boolean;
  changedByHand?: boolean;
}

/** What is wrong, and where. `day` is the seal's, or the entry's if it has no seal. */
export type Finding =
  | { what: 'edited' | 'deleted' | 'inserted'; day: LocalDate; key: string }
  /** The seal does not match its content or the previous seal: a seal was changed or omitted. */
  | { what: 'sealChanged' | 'chainBroken'; day: LocalDate }
  /** The file with the hashes of the day's entries is missing, or was changed. */
  | { what: 'leavesGone' | 'leavesChanged'; day: LocalDate }
  /** A copy of the seal elsewhere (the auditor's chat, a report) differs from this one. */
  | { what: 'otherThanTold'; day: LocalDate };

export interface Verified {
  findings: Finding[];
  seals: number;
  entries: number;
  /** Sealed after their own day. */
  late: number;
  /** Older than sealing and closed by then: their files are under the first seal. */
  before: number;
  /** Not sealed yet. */
  waiting: number;
  /** Expired: their files were deleted at the end of retention, as an entry records. */
  expired: number;
}

const codec = codecOf(AuditEntries);
/** An unparsable entry is hashed as it is. */
const hashOf = (fields: RawEntry['fields']): string => {
  const decoded = codec.decode(fields);
  return leafHash('record' in decoded ? codec.encode(decoded.record) : ownFields(fields));
};

interface Given {
  /** In any order. */
  seals: readonly DaySeal[];
  /** Never throws: a damaged file is an answer. */
  leavesOf(seal: DaySeal): Promise<Leaf[] | 'leavesGone' | 'leavesChanged'>;
  /** All entries: of the list and of closed months' files. */
  entries: AsyncIterable<RawEntry>;
  /** Hashes of closed months' files, by key under the first seal. */
  files: ReadonlyMap<string, string>;
  /** Keys under the first seal of files recorded as expired. */
  expiredFiles?: ReadonlySet<string>;
  /** Seals from other sources, by day. */
  told: ReadonlyMap<string, string>;
}

type SealedLeaf = Leaf & { day: LocalDate };

/** Compares the trail with its seals: names each day and entry that was edited, deleted or inserted. */
export async function verifyTrail(given: Given): Promise<Verified> {
  const seals = given.seals.toSorted(({ day: one }, { day: other }) => compareText(one, other));
  const deleted = deletedByRight();
  const findings = chainOf(seals, given.told);
  const { leaves, unread } = await leavesBySeal(given, seals, findings);
  const seen = new Set(given.files.keys());
  for (const [key, hash] of given.files) {
    const leaf = leaves.get(key);
    if (leaf && leaf.hash !== hash) findings.push({ what: 'edited', day: leaf.day, key });
  }
  const count = { entries: 0, before: 0, waiting: 0 };
  for await (const entry of given.entries) {
    const { key, fields, madeByHand } = entry;
    count.entries += 1;
    const leaf = leaves.get(key);
    const isEdited = leaf !== undefined && hashOf(fields) !== leaf.hash;
    if (!madeByHand && !isEdited) deleted.look(fields);
    const day = leaf?.day ?? dayOf(fields) ?? seals.at(-1)?.day ?? ('' as LocalDate);
    const status = leaf
      ? sealedStatus(entry, { isEdited, isDouble: seen.has(key) })
      : unsealedStatus(entry, day, { seals, unread });
    seen.add(key);
    if (status === 'before' || status === 'waiting') count[status] += 1;
    if (status === 'edited' || status === 'inserted') findings.push({ what: status, day, key });
  }
  for (const leaf of leaves.values()) {
    const { day, key } = leaf;
    if (seen.has(key)) continue;
    // The first seal covers earlier entries, and a late entry is older than its seal.
    const isOlder = leaf.late === true || day === seals[0]?.day;
    if (given.expiredFiles?.has(key) ? deleted.hasBeen() : deleted.takes(day, isOlder)) continue;
    findings.push({ what: 'deleted', day, key });
  }
  findings.sort((one, other) => Number(one.day > other.day) - Number(one.day < other.day));
  const late = seals.reduce((sum, seal) => sum + seal.late, 0);
  return { findings, seals: seals.length, late, ...count, expired: deleted.taken() };
}

/** Hashes of the sealed entries, by key, and the days whose hashes cannot be read, which are findings. */
async function leavesBySeal({ leavesOf }: Given, seals: readonly DaySeal[], findings: Finding[]) {
  const leaves = new Map<string, SealedLeaf>();
  const unread = new Set<LocalDate>();
  for (const seal of seals) {
    const { day } = seal;
    const read = await leavesOf(seal);
    if (typeof read === 'string') {
      findings.push({ what: read, day });
      unread.add(day);
    } else for (const leaf of read) leaves.set(leaf.key, { ...leaf, day });
  }
  return { leaves, unread };
}

/** The same entry may be restored while its month is being closed; another with its key may not. */
function sealedStatus({ madeByHand }: RawEntry, { isEdited, isDouble }: { isEdited: boolean; isDouble: boolean }) {
  if (madeByHand || (isDouble && isEdited)) return 'inserted';
  return isEdited ? 'edited' : 'sealed';
}

/** From before the first seal, waiting for the next, or wrong; unknown on a day whose hashes cannot be read. */
function unsealedStatus(
  { madeByHand, changedByHand, createdAt }: RawEntry,
  day: LocalDate,
  { seals, unread }: { seals: readonly DaySeal[]; unread: ReadonlySet<LocalDate> },
) {
  const [first, last] = [seals[0], seals.at(-1)];
  if (madeByHand) return 'inserted';
  if (changedByHand) return 'edited';
  if (!first || !last || day > last.day) return 'waiting';
  if (createdAt === undefined && day <= first.day) return 'before';
  if (createdAt !== undefined && createdAt > last.sealedAt) return 'waiting';
  return unread.has(day) ? 'unknown' : 'inserted';
}

/**
 * Entries in expired files: the act that deleted them is in the trail, with the last month and the total number. Any
 * further missing ones are findings.
 */
function deletedByRight() {
  let through = '';
  let total = 0;
  let taken = 0;
  return {
    look: (fields: RawEntry['fields']) => {
      if (fields['Title'] !== 'deleteExpired' || fields['SubjectKey'] !== 'trail') return;
      const decoded = codec.decode(fields);
      const details = 'record' in decoded ? decoded.record.details : {};
      if (typeof details['through'] !== 'string' || typeof details['total'] !== 'number') return;
      if (details['through'] > through) through = details['through'];
      total = Math.max(total, details['total']);
    },
    hasBeen: () => total > 0,
    takes: (day: LocalDate, isOlder: boolean): boolean => {
      if (taken >= total || (!isOlder && day.slice(0, through.length) > through)) return false;
      taken += 1;
      return true;
    },
    taken: () => taken,
  };
}

function chainOf(seals: readonly DaySeal[], told: ReadonlyMap<string, string>): Finding[] {
  let previous = noSeal;
  const found = seals.flatMap((seal): Finding[] => {
    const { day } = seal;
    const code = told.get(day);
    const wrong: Finding[] = [
      ...(sealOf(seal) === seal.seal ? [] : [{ what: 'sealChanged', day } as const]),
      ...(seal.previous === previous ? [] : [{ what: 'chainBroken', day } as const]),
      ...(code === undefined || seal.seal === code ? [] : [{ what: 'otherThanTold', day } as const]),
    ];
    previous = seal.seal;
    return wrong;
  });
  const days = new Set<string>(seals.map(({ day }) => day));
  for (const day of told.keys()) if (!days.has(day)) found.push({ what: 'otherThanTold', day: day as LocalDate });
  return found;
}

function dayOf(fields: RawEntry['fields']): LocalDate | undefined {
  const at = fields['At'];
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? localDate(at as Instant) : undefined;
}
