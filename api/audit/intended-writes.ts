import { z } from 'zod';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { digest, type Instant, type PersonId } from '../kernel/index.ts';
import { journalKind } from '../journal/index.ts';
import type { Codec, Stored } from '../sharepoint/index.ts';
import { origins, recordChange } from './audit-list.ts';

/** A change that an act is about to write, so that its entry is appended after a kill too. */
export interface IntendedWrite {
  /** Id of the act: its changes become one entry. */
  act: string;
  origin: (typeof origins)[number];
  via: string;
  actorId: PersonId;
  forId?: PersonId | undefined;
  at: Instant;
  change: z.output<typeof recordChange>;
  /** The item and its version before; absent for a new one. */
  before?: { id: string; version: number } | undefined;
  /** What the written columns hold afterwards; absent for a removal. */
  content?: WrittenContent | undefined;
}
interface WrittenContent {
  columns: string[];
  digest: string;
}

const personId = z.string().transform((id) => id as PersonId);
const intendedWrites = journalKind<IntendedWrite>(
  'write',
  z.object({
    act: z.string(),
    origin: z.enum(origins),
    via: z.string(),
    actorId: personId,
    forId: personId.optional(),
    at: z.string().transform((at) => at as Instant),
    change: recordChange,
    before: z.object({ id: z.string(), version: z.number() }).optional(),
    content: z.object({ columns: z.array(z.string()), digest: z.string() }).optional(),
  }),
);

interface Own {
  /** Of acts under way, or whose entry is not in the list yet. */
  open: Map<string, IntendedWrite>;
  /** Of writes with an unknown outcome, and of entries that could not be appended. */
  unsettled: Map<string, IntendedWrite>;
}
const own = contextPart<Own>('audit/intendedWrites');
function ownOf(context: Context): Own {
  const known = own.get(context) ?? { open: new Map(), unsettled: new Map() };
  own.set(context, known);
  return known;
}

/**
 * Durable in the journal when it resolves. Never throws: without a journal the write goes on, and a kill before its
 * act's end loses the entry.
 */
export async function intend(context: Context, key: string, write: IntendedWrite): Promise<void> {
  if (context.journal.status().state !== 'ok') return;
  ownOf(context).open.set(key, write);
  try {
    await context.journal.put(intendedWrites, key, write);
  } catch {
    ownOf(context).open.delete(key);
  }
}

/**
 * Their entries are written, or they changed nothing. Not waited for: what stays is found to be told at the next start.
 */
export function forget(context: Context, keys: readonly string[]): void {
  const { open, unsettled } = ownOf(context);
  for (const key of keys) if (!open.delete(key)) unsettled.delete(key);
  context.journal.remove(intendedWrites, keys).catch(() => undefined);
}

/** The job finds out what became of them. */
export function leaveUnsettled(context: Context, keys: readonly string[]): void {
  const { open, unsettled } = ownOf(context);
  for (const key of keys) {
    const write = open.get(key);
    if (write) unsettled.set(key, write);
    open.delete(key);
  }
}

/** Writes whose outcome must be found out: of programs that have ended, and own ones. Throws AppError `unavailable`. */
export async function unsettledWrites(context: Context): Promise<ReadonlyMap<string, IntendedWrite>> {
  const { open, unsettled } = ownOf(context);
  for (const { key, data } of await context.journal.takeOver(intendedWrites))
    if (!open.has(key)) unsettled.set(key, data);
  if (unsettled.size === 0) return unsettled;
  // Another program may have appended their entry meanwhile.
  const left = new Set((await context.journal.all(intendedWrites)).map(({ key }) => key));
  for (const key of unsettled.keys()) if (!left.has(key)) unsettled.delete(key);
  return unsettled;
}

/** What a record's columns hold, as a digest: the journal has no content. */
export function contentOf<R extends { key: string }>(
  codec: Codec<R>,
  record: Stored<R>,
  columns: readonly string[],
): WrittenContent {
  // SharePoint stores neither null nor an empty text; 0 and false are as if absent for comparing only.
  const encoded = codec.encode(record);
  return { columns: [...columns], digest: digest(JSON.stringify(columns.map((name) => encoded[name] || null))) };
}
