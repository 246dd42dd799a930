import { z } from 'zod';
import type { AuditEntry } from '../audit/index.ts';
import { contextPart } from '../context-part.ts';
import type { Context } from '../context.ts';
import { journalKind } from '../journal/index.ts';
import { addDays, digest, isRefusal, localDate, nowOf, todayOf, type Actor } from '../kernel/index.ts';
import { sharedEvents } from '../shared-part.ts';

/**
 * A save that has begun. It leaves the journal when its outcome is known: what a kill or a failure leaves may have been
 * written, and its repeat is no conflict.
 */
const begunSaves = journalKind('save', z.object({ press: z.string(), at: z.iso.datetime() }));
/** Days that a form keeps the name of a press without an answer. */
const repeatedWithin = 7;

interface EndedSave {
  subject: string;
  press: string;
  /** The record's stamp afterwards. */
  etag: string | undefined;
}
/**
 * The latest save of each record: a press whose answer was lost on its way comes again, perhaps at another instance.
 */
const latestSaves = contextPart<Map<string, EndedSave>>('edits/latestSaves');
const mostRemembered = 1_000;
const endedSaves = sharedEvents<EndedSave>('edits/endedSaves', (context, save) => {
  const saves = latestSaves.get(context) ?? new Map<string, EndedSave>();
  saves.delete(save.subject);
  latestSaves.set(context, saves.set(save.subject, save));
  const [oldest] = saves.keys();
  if (saves.size > mostRemembered && oldest !== undefined) saves.delete(oldest);
});

const pressOf = ({ personId, idempotencyKey }: Actor): string | undefined =>
  idempotencyKey === undefined ? undefined : digest(`${personId} ${idempotencyKey}`);

const hasJournal = ({ journal }: Context): boolean => journal.status().state === 'ok';

/**
 * Whether this press was the latest to save the record, and nobody has saved since. `etag`: the present stamp;
 * `latest`: who did something about the record last.
 */
export async function isRepeat(
  context: Context,
  actor: Actor,
  subject: string,
  { etag, latest }: { etag: string | undefined; latest: Pick<AuditEntry, 'actorId' | 'at'> | undefined },
): Promise<boolean> {
  const press = pressOf(actor);
  if (press === undefined) return false;
  const begun = await begunSave(context, subject);
  if (begun) {
    // Another may have changed it from a card or another page.
    const isOfAnother = latest !== undefined && latest.actorId !== actor.personId && latest.at >= begun.at;
    return begun.press === press && !isOfAnother;
  }
  const ended = latestSaves.get(context)?.get(subject);
  return ended?.press === press && ended.etag === etag;
}

/** Also removes those too old to come again. */
async function begunSave(context: Context, subject: string): Promise<{ press: string; at: string } | undefined> {
  if (!hasJournal(context)) return undefined;
  const entries = await context.journal.all(begunSaves).catch(() => []);
  const first = addDays(todayOf(context.clock), -repeatedWithin);
  const isOld = (at: string) => localDate(new Date(at)) < first;
  const old = entries.filter(({ data }) => isOld(data.at)).map(({ key }) => key);
  context.journal.remove(begunSaves, old).catch(() => undefined);
  return entries.find(({ key, data }) => key === digest(subject) && !isOld(data.at))?.data;
}

/** Notes the press in the journal, durable when it resolves. Never throws: without a journal the save goes on. */
export async function beginSave(context: Context, actor: Actor, subject: string): Promise<void> {
  const press = pressOf(actor);
  if (press === undefined || !hasJournal(context)) return;
  await context.journal.put(begunSaves, digest(subject), { press, at: nowOf(context.clock) }).catch(() => undefined);
}

/** `etag`: the record's stamp after the save. */
export function endSave(context: Context, actor: Actor, subject: string, etag: string | undefined): void {
  const press = pressOf(actor);
  if (press === undefined) return;
  endedSaves.add(context, { subject, press, etag });
  forgetBegun(context, subject);
}

/** A refusal has written nothing; after any other failure the outcome is unknown. */
export function failSave(context: Context, subject: string, thrown: unknown): void {
  if (isRefusal(thrown)) forgetBegun(context, subject);
}

const forgetBegun = (context: Context, subject: string): void =>
  void context.journal.remove(begunSaves, [digest(subject)]).catch(() => undefined);
