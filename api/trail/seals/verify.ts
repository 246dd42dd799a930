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

/** Compares the trail with its seals: names each day and entry that was edited, deleted or inserted. */
export async function verifyTrail(given: Given): Promise<Verified> {
  const { seals, leavesOf, entries, files, told } = given;
  const deleted = deletedByRight();
  const inTurn = seals.toSorted(({ day: one }, { day: other }) => compareText(one, other));
  const findings: Finding[] = chainOf(inTurn, told);
  const open = new Map<string, Leaf & { day: LocalDate }>();
  const seen = new Set<string>();
  let late = 0;
  for (const seal of inTurn) {
    const leaves = await leavesOf(seal);
    if (typeof leaves === 'string') findings.push({ what: leaves, day: seal.day });
    else for (const leaf of leaves) open.set(leaf.key, { ...leaf, day: seal.day });
    late += seal.late;
  }
  for (const [key, hash] of files) {
    const leaf = open.get(key);
    if (leaf && leaf.hash !== hash) findings.push({ what: 'edited', day: leaf.day, key });
    seen.add(key);
  }
  const [first, last] = [inTurn[0], inTurn.at(-1)];
  const unread = new Set(findings.flatMap((one) => (one.what.startsWith('leaves') ? [one.day] : [])));
  const count = { entries: 0, before: 0, waiting: 0 };
  for await (const entry of entries) {
    const { key, fields, madeByHand, changedByHand, createdAt } = entry;
    count.entries += 1;
    const leaf = open.get(key);
    const day = dayOf(fields) ?? last?.day ?? ('' as LocalDate);
    // The same entry may be restored while its month is being closed; another with its key may not.
    const isDouble = seen.has(key);
    seen.add(key);
    const isOther = leaf !== undefined && hashOf(fields) !== leaf.hash;
    if (!madeByHand && !isOther) deleted.look(fields);
    if (madeByHand || (isDouble && isOther)) findings.push({ what: 'inserted', day: leaf?.day ?? day, key });
    else if (leaf) {
      if (isOther) findings.push({ what: 'edited', day: leaf.day, key });
    } else if (changedByHand) findings.push({ what: 'edited', day, key });
    else if (!last || day > last.day) count.waiting += 1;
    else if (createdAt === undefined && first && day <= first.day) count.before += 1;
    else if (createdAt !== undefined && createdAt > last.sealedAt) count.waiting += 1;
    else if (!unread.has(day)) findings.push({ what: 'inserted', day, key });
  }
  for (const leaf of open.values()) {
    const { day, key } = leaf;
    if (seen.has(key)) continue;
    // The first seal covers earlier entries, and a late entry is older than its seal.
    const isOlder = leaf.late === true || day === first?.day;
    if (given.expiredFiles?.has(key) ? deleted.hasBeen() : deleted.takes(day, isOlder)) continue;
    findings.push({ what: 'deleted', day, key });
  }
  findings.sort((one, other) => Number(one.day > other.day) - Number(one.day < other.day));
  return { findings, seals: seals.length, late, ...count, expired: deleted.taken() };
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
