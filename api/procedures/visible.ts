import type { Context } from '../context.ts';
import { decidesNow, shownVersion } from '../documents/index.ts';
import type { Actor } from '../kernel/index.ts';
import { findPerson, type Person } from '../organisation/index.ts';
import { isFor } from './audience.ts';
import { mayReadEveryVersion } from './permissions.ts';
import { findProcedure, procedures, type ProcedureNow, type VersionNow } from './procedures.ts';

/** A procedure's visible parts. */
export interface Seen {
  now: ProcedureNow;
  /** The version in force, or for its writers the existing one. */
  shown: VersionNow;
  /** Besides the one in force, for its writers and approvers. */
  coming?: VersionNow;
  /** Every version, also drafts and old ones. */
  everything: boolean;
}

/**
 * What a reader may see of a procedure (R16): its writers and those who see everything all of it; everybody else the
 * version in force, of guidelines all, of procedures the own centre's with them in the audience. Default is nothing.
 */
export function seenBy(actor: Actor, person: Person | undefined, now: ProcedureNow): Seen | undefined {
  if (mayReadEveryVersion(actor, now.procedure)) {
    const shown = shownVersion(now);
    const coming = now.current && now.coming;
    return shown && { now, shown, everything: true, ...(coming ? { coming } : {}) };
  }
  const { current, procedure } = now;
  if (!current) return undefined;
  const isMine = procedure.kind === 'guideline' || isFor(procedure, current.version, person);
  return isMine ? { now, shown: current, everything: false } : undefined;
}

/** The same, also for current approvers. */
function seenOf(context: Context, actor: Actor, person: Person | undefined, now: ProcedureNow): Seen | undefined {
  const seen = seenBy(actor, person, now);
  if (seen?.everything) return seen;
  const { coming, current } = now;
  if (coming && decidesNow(context, actor, coming)) return { now, shown: current ?? coming, coming, everything: false };
  if (current && decidesNow(context, actor, current)) return { now, shown: current, everything: false };
  return seen;
}

/** The same for several procedures; those of which the actor may see nothing are left out. From memory. */
export function proceduresOpenTo(context: Context, actor: Actor, keys: Iterable<string>): Seen[] {
  const person = findPerson(context, actor.personId);
  return [...keys].flatMap((key) => {
    const now = findProcedure(context, key);
    return (now && seenOf(context, actor, person, now)) ?? [];
  });
}

/** The same for one requested procedure. Throws AppError `missing`. */
export function seenOrThrow(context: Context, actor: Actor, procedureKey: string): Seen {
  const now = findProcedure(context, procedureKey);
  const person = findPerson(context, actor.personId);
  const seen = now && seenOf(context, actor, person, now);
  if (seen) return seen;
  const wasSeen = (before: ProcedureNow) => seenBy(actor, person, before) !== undefined;
  throw procedures.refusals.noSuch(procedures.whatBecame(context, actor, procedureKey, wasSeen));
}

const readableOf = (seen: Seen): readonly VersionNow[] =>
  seen.everything ? seen.now.versions : [seen.shown, ...(seen.coming ? [seen.coming] : [])];

/** A version the actor may read. Throws AppError `missing` also without permission. */
export function versionSeen(seen: Seen, versionKey: string): VersionNow {
  const found = readableOf(seen).find(({ version }) => version.key === versionKey);
  if (!found) throw procedures.refusals.noSuchVersion();
  return found;
}

/** Whether the actor may read one version of a procedure. From memory. */
export const mayReadVersion = (context: Context, actor: Actor, now: ProcedureNow, versionKey: string): boolean =>
  readsVersion(context, actor, findPerson(context, actor.personId), now, versionKey);

/** The same, for an actor's loaded record. */
export function readsVersion(
  context: Context,
  actor: Actor,
  person: Person | undefined,
  now: ProcedureNow,
  versionKey: string,
): boolean {
  const seen = seenOf(context, actor, person, now);
  return seen !== undefined && readableOf(seen).some(({ version }) => version.key === versionKey);
}
