import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { asAppError, conflict, nowOf, type Actor, type Instant, type PersonId } from '../kernel/index.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';

/** One record that passes from a leaver to a colleague. */
export interface Transfer {
  key: string;
  from: PersonId;
  to: PersonId;
}

interface Given {
  key: string;
  changedAt: Instant;
  changedBy: PersonId;
}
export interface TransferRules<R extends Given> {
  /** The act in the audit trail. */
  act: string;
  ownerOf: (record: Stored<R>, transfer: Transfer) => PersonId | undefined;
  /** Throws why the actor may not transfer this record by its own rules; and not to this colleague, if chosen. */
  check: (context: Context, actor: Actor, record: Stored<R>, transfer?: Transfer) => void;
  give: (record: Stored<R>, transfer: Transfer) => Partial<R>;
}

/** Whether a record awaits transfer; throws AppError conflict `organisation.anothersNow` when a third person has it. */
export function isToGive(owner: PersonId | undefined, { from, to }: Transfer): boolean {
  if (owner === to) return false;
  if (owner !== from) throw conflict('organisation.anothersNow');
  return true;
}

/** How one kind of record is transferred. */
export interface Transferable {
  /**
   * Changes a record's owner and nothing else. A repeat is a success, and completes the trail after a crash. 4 resource
   * units. Throws AppError: by the record's own rules, missing, conflict `organisation.anothersNow`, unavailable.
   */
  give(context: Context, actor: Actor, transfer: Transfer): Promise<void>;
  /** Code of why the actor may not transfer it, by the record's own rules; undefined when allowed. From memory. */
  refusal(context: Context, actor: Actor, key: string): string | undefined;
}

export function transferable<R extends Given>(
  list: ListDefinition<R>,
  { act, ownerOf, check, give }: TransferRules<R>,
): Transferable {
  return {
    give: async (context, actor, transfer) => {
      const now = nowOf(context.clock);
      const stamps: Pick<Given, 'changedAt' | 'changedBy'> = { changedAt: now, changedBy: actor.personId };
      const given = await context.list(list).update(transfer.key, (current) => {
        if (!isToGive(ownerOf(current, transfer), transfer)) return undefined;
        check(context, actor, current, transfer);
        return { ...give(current, transfer), ...stamps };
      });
      if (given.changedBy !== actor.personId) return;
      const { key: subjectKey, from, to } = transfer;
      const occasion = `${from} ${to} ${given.changedAt}`;
      const about = { act, subjectKey, actorId: actor.personId, at: given.changedAt, occasion };
      await recordAct(context, { ...about, details: { from, to } });
    },
    refusal: (context, actor, key) => {
      const record = context.list(list).get(key);
      return record && refusalOf(() => check(context, actor, record));
    },
  };
}

/** Code of what is thrown; undefined if nothing. */
export function refusalOf(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (thrown) {
    return asAppError(thrown).code;
  }
}
