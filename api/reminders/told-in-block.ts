import type { DeliveryBlock } from '../deliveries/index.ts';
import { localDate, type Instant, type LocalDate, type PersonId } from '../kernel/index.ts';

/** A reminder of a person. */
export interface Told {
  day: LocalDate;
  /** The moment, if the ledger has it. */
  at?: Instant;
}
export type ToldPeople = ReadonlyMap<PersonId, Told>;

/** A message of uncertain delivery. Does not count as a reminder; after a repeat, no other is sent. */
export interface Perhaps extends Told {
  isRepeat: boolean;
}

/** Content of a block or campaign: people reminded, uncertain, and about to be sent to. */
export interface Read {
  told: Map<PersonId, Told>;
  perhaps: Map<PersonId, Perhaps>;
  coming: Set<PersonId>;
}

/** Blocks are immutable, so each is read once. `day` is the digest's; other cards count on their own day. */
const readBlocks = new WeakMap<DeliveryBlock, Read>();
export function readBlock(block: DeliveryBlock, day: LocalDate | undefined): Read {
  const known = readBlocks.get(block);
  if (known) return known;
  const read: Read = { told: new Map(), perhaps: new Map(), coming: new Set() };
  for (const { person, state, at, isRepeat = false } of block.recipients) {
    if (state === 'waiting' || state === 'reserved') read.coming.add(person);
    if (state !== 'sent' && state !== 'uncertain') continue;
    const on = day ?? (at === undefined ? undefined : localDate(at));
    if (on === undefined) continue;
    const told = { day: on, ...(at === undefined ? {} : { at }) };
    if (state === 'sent') read.told.set(person, told);
    else read.perhaps.set(person, { ...told, isRepeat });
  }
  readBlocks.set(block, read);
  return read;
}
