import { recordAct, type AuditEntry } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { etagOf, says, updateIfNew } from '../edits/index.ts';
import {
  conflict,
  countsFrom,
  earlierDay,
  forbidden,
  invalid,
  nowOf,
  stableKey,
  todayOf,
  type Actor,
  type CentreId,
  type LocalDate,
  type PersonId,
  type SharedWork,
} from '../kernel/index.ts';
import { responsibleFor } from '../obligations/index.ts';
import { findPerson, isEmployed, personRef } from '../organisation/index.ts';
import { createOnce, type ListDefinition, type Stored } from '../sharepoint/index.ts';
import { actionState, byDue, isOpen, type Action, type Owed } from './action.ts';
import type { ActionInput, ActionView } from './contract.ts';

/** Differences between kinds of actions. */
export interface ActionKind<R extends Action> {
  list: ListDefinition<R>;
  /** Its kind of obligation. */
  obligation: SharedWork['kind'];
  /** Acts in the audit trail. */
  acts: Readonly<Record<'add' | 'change' | 'report' | 'cancel', string>>;
  /** The audit detail with the action's key. */
  detail: string;
  /** Error codes. */
  codes: Readonly<Record<'unknownOwner' | 'past' | 'mayNotWork' | 'done' | 'cancelled', string>>;
  /** Its subject's key. */
  subjectOf(action: R): string;
  /** Whose ISK follows it up. */
  centreOf(context: Context, action: R): CentreId | undefined;
  /** Whether the actor may change and cancel it. From memory. */
  keeps(context: Context, actor: Actor, action: R): boolean;
}

/** Rules and acts of one kind of actions. Each act costs 4 resource units; the caller checks permission. */
export function actionsOf<R extends Action>(kind: ActionKind<R>) {
  const { list, acts, codes, subjectOf } = kind;
  const bySubject = derivation([list], (context): ReadonlyMap<string, readonly Stored<R>[]> => {
    const found = Map.groupBy(context.list(list).all(), subjectOf);
    for (const actions of found.values()) actions.sort(byDue);
    return found;
  });
  const obligationKey = (key: string): string => stableKey(kind.obligation, key);
  const responsible = (action: R, centreId: CentreId | undefined) => ({
    personId: action.ownerId,
    ...(centreId === undefined ? {} : { centreId }),
  });

  /** The owner, and today's by leave and hand-over. From memory. */
  function workers(context: Context, action: R): PersonId[] {
    const named = responsible(action, kind.centreOf(context, action));
    const assigned = responsibleFor(context, named, todayOf(context.clock), obligationKey(action.key));
    return [...new Set([action.ownerId, ...(assigned ? [assigned.personId] : [])])];
  }
  const mayWork = (context: Context, actor: Actor, action: R): boolean =>
    workers(context, action).includes(actor.personId) || kind.keeps(context, actor, action);

  function requireOpen({ cancelledAt, doneAt }: Pick<Action, 'cancelledAt' | 'doneAt'>): void {
    if (cancelledAt !== undefined) throw conflict(codes.cancelled);
    if (doneAt !== undefined) throw conflict(codes.done);
  }

  const record = (
    context: Context,
    act: keyof typeof acts,
    action: R,
    { actorId, at, occasion = `${action.key} ${at}` }: { actorId: PersonId; at: R['changedAt']; occasion?: string },
    details: AuditEntry['details'] = {},
  ) =>
    recordAct(context, {
      act: acts[act],
      subjectKey: subjectOf(action),
      actorId,
      at,
      occasion,
      details: { [kind.detail]: action.key, ...details },
    });

  /** Completes the trail of an added one. Idempotent. */
  const recordAdded = (context: Context, added: R) => {
    const { key: occasion, ownerId, due, changedBy: actorId, changedAt: at } = added;
    return record(context, 'add', added, { actorId, at, occasion }, { ownerId, due });
  };

  return {
    bySubject,
    about: (context: Context, subjectKey: string): readonly Stored<R>[] => bySubject(context).get(subjectKey) ?? [],
    obligationKey,
    workers,
    mayWork,
    requireOpen,
    recordAdded,

    /**
     * The agreed fields. A past day and a departed owner may stay as they were `before`. Throws AppError `invalid` at
     * the field, whose name begins with `within`: no such owner, a day in the past.
     */
    agreed(
      context: Context,
      { title, ownerId, due }: ActionInput,
      { before, within = '' }: { before?: Action; within?: string } = {},
    ) {
      const today = todayOf(context.clock);
      const owner = findPerson(context, ownerId);
      if (ownerId !== before?.ownerId && !(owner && isEmployed(owner, today)))
        throw invalid(codes.unknownOwner, { field: `${within}ownerId` });
      if (due !== before?.due && due < today) throw invalid(codes.past, { field: `${within}due` });
      return { title, ownerId: ownerId as PersonId, due: due as LocalDate };
    },

    async add(context: Context, action: R): Promise<Stored<R>> {
      const counted = { ...action, countsFrom: countsFrom(action) };
      const added = await createOnce(context.list(list), counted, ['changedAt', 'countsFrom']);
      await recordAdded(context, added);
      return added;
    },

    /**
     * Changes an open one; nothing is written without a change. Throws AppError: missing, conflict, and what `change`
     * throws.
     */
    async change(context: Context, actor: Actor, key: string, change: (current: R) => Partial<R>): Promise<Stored<R>> {
      const now = nowOf(context.clock);
      const { record: changed, isNew } = await updateIfNew(context.list(list), key, (current) => {
        requireOpen(current);
        const fields = change(current);
        return says(current, fields) ? undefined : { ...fields, ...stamps(current, actor, now) };
      });
      if (!isNew) return changed;
      const { ownerId, due } = changed;
      await record(context, 'change', changed, { actorId: actor.personId, at: now }, { ownerId, due });
      return changed;
    },

    /**
     * Reports progress: done, by whom and when, or a note; not done reopens it. Idempotent. `fields` are the kind's
     * own, which `told` adds to the trail. Throws AppError: missing, forbidden, conflict.
     */
    async report(
      context: Context,
      actor: Actor,
      action: Stored<R>,
      { done, fields, told = { done } }: { done: boolean; fields: Partial<R>; told?: AuditEntry['details'] },
    ): Promise<Stored<R>> {
      if (!mayWork(context, actor, action)) throw forbidden(codes.mayNotWork);
      const now = nowOf(context.clock);
      const { record: reported, isNew } = await updateIfNew(context.list(list), action.key, (current) => {
        if (current.cancelledAt !== undefined) throw conflict(codes.cancelled);
        if ((current.doneAt !== undefined) === done && says(current, fields)) return undefined;
        const doneAt = done ? (current.doneAt ?? now) : undefined;
        const doneBy = done ? (current.doneBy ?? actor.personId) : undefined;
        return { ...fields, doneAt, doneBy, ...stamps(current, actor, now) };
      });
      if (isNew) await record(context, 'report', reported, { actorId: actor.personId, at: now }, told);
      return reported;
    },

    /**
     * Cancels one, with a reason; it stays, marked. Idempotent, and completes the trail. Throws AppError: missing,
     * conflict.
     */
    async cancel(context: Context, actor: Actor, key: string, reason: string): Promise<Stored<R>> {
      const now = nowOf(context.clock);
      const none: Partial<R> = {};
      const given = await context.list(list).update(key, (current) => {
        if (current.cancelledAt !== undefined) return undefined;
        requireOpen(current);
        return { ...none, cancelledAt: now, cancelledReason: reason, ...stamps(current, actor, now) };
      });
      const { changedBy: actorId, cancelledAt: at = now } = given;
      await record(context, 'cancel', given, { actorId, at, occasion: key });
      return given;
    },

    /** Common view of an action. */
    view(context: Context, actor: Actor, action: R): ActionView {
      const { key, title, ownerId, due, note, doneAt, doneBy, cancelledReason } = action;
      const state = actionState(action, todayOf(context.clock));
      return {
        key,
        etag: etagOf([title, ownerId, due, note]),
        title,
        due,
        note,
        state,
        owner: personRef(context, ownerId),
        ...(doneAt === undefined ? {} : { doneAt }),
        ...(doneBy === undefined ? {} : { doneBy: personRef(context, doneBy) }),
        ...(cancelledReason === undefined ? {} : { cancelledReason }),
        abilities: {
          edit: isOpen(state) && kind.keeps(context, actor, action),
          work: state !== 'cancelled' && mayWork(context, actor, action),
        },
      };
    },

    /** Its owner's obligation while open. Done when reported so, or cancelled. */
    owed(action: R, today: LocalDate, { title, path, centreId }: Owed): SharedWork[] {
      if (!isOpen(actionState(action, today))) return [];
      const { key, due } = action;
      const since = countsFrom(action);
      return [
        {
          key: obligationKey(key),
          kind: kind.obligation,
          subject: { key, title },
          state: 'open',
          due,
          since: earlierDay(since, due),
          path,
          ...(centreId === undefined ? {} : { centreId }),
          responsible: responsible(action, centreId),
        },
      ];
    },
  };
}

const stamps = (
  current: Action,
  { personId }: Actor,
  now: Action['changedAt'],
): Pick<Action, 'countsFrom' | 'changedAt' | 'changedBy'> => ({
  countsFrom: countsFrom(current),
  changedAt: now,
  changedBy: personId,
});
