import { isDeepStrictEqual } from 'node:util';
import { isOpenToChange, renewal, submitForApproval } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { nowOf, stableKey, type Actor, type Instant, type PersonId } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';
import type { DocumentDeclaration, DocumentRecord, VersionRecord } from './document-declaration.ts';
import type { DocumentStore } from './document-store.ts';
import type { DocumentTrail } from './document-trail.ts';

/**
 * What a version says from now on; `undefined` leaves it. `isNew`: the next version begins from `current`, which is in
 * force or was rejected. Throws why it may not be changed.
 */
export type DraftChange<V> = (current: Stored<V>, isNew: boolean) => Partial<Omit<V, 'key'>> | undefined;

/** The fields that a new version has from its place in the document. */
export interface NumberedVersion {
  key: string;
  number: number;
  madeBy: PersonId;
  madeAt: Instant;
  changedBy: PersonId;
  changedAt: Instant;
}

/**
 * The acts on documents of one kind. All throw AppError: missing for whoever may not know of it, forbidden for whoever may
 * not write it, conflict when it is retired, unavailable; codes are the kind's.
 */
export interface DocumentActs<V extends VersionRecord> {
  /** Two who begin the same number at once begin one version. */
  versionKey(documentKey: string, number: number): string;
  numbered(context: Context, actor: Actor, documentKey: string): NumberedVersion;
  /**
   * Changes the draft there is, or one that was sent back; when the latest version is in force or was rejected the next
   * one begins, with what that said. 2 resource units. Throws AppError `waiting` `discarded`, and what `change` throws.
   */
  writeDraft(context: Context, actor: Actor, documentKey: string, change: DraftChange<V>): Promise<Stored<V>>;
  /**
   * The same with these fields. The same once more is a success. `requireSeen` throws when `current` is not what the
   * writer saw.
   */
  writeFields(
    context: Context,
    actor: Actor,
    documentKey: string,
    fields: Partial<Omit<V, 'key'>>,
    requireSeen: (current: Stored<V>, isNew: boolean) => void,
  ): Promise<Stored<V>>;
  /**
   * The same for whoever saw the version of a moment (`changedAt`); whoever does not say may begin a version, and go on
   * with the own one. Throws AppError `changedMeanwhile`.
   */
  saveDraft(
    context: Context,
    actor: Actor,
    documentKey: string,
    fields: Partial<Omit<V, 'key'>>,
    seen: string | undefined,
  ): Promise<Stored<V>>;
  /**
   * Discards what is being written, or what was rejected. It stays in the list, marked and no longer shown, and its number
   * is not used again. 4 resource units. Throws AppError `noDraft` `waiting`.
   */
  discard(context: Context, actor: Actor, documentKey: string): Promise<void>;
  /**
   * Sends the draft to those who decide, exactly as it is stored at this moment. Once more while it waits is a success. 3
   * resource units; cards follow. Throws AppError `noDraft`, and what `requireComplete` throws.
   */
  submit(context: Context, actor: Actor, documentKey: string): Promise<void>;
  /**
   * Asks that the version in force holds for another interval as it is: nobody is asked for a receipt again. Once more
   * while it is being decided is a success. 2 resource units; cards follow. Throws AppError `notInForce` `waiting` (a new
   * version is being decided), and what `requireRenewable` throws.
   */
  renew(context: Context, actor: Actor, documentKey: string, note: string): Promise<void>;
  /**
   * It applies no longer, and nobody owes anything for it. Repeating is a success. 4 resource units. Throws AppError
   * `notInForce` `waiting` (withdraw what is being decided first).
   */
  retire(context: Context, actor: Actor, documentKey: string, reason: string): Promise<void>;
}

export function documentActs<Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  kind: DocumentDeclaration<Name, D, V>,
  store: DocumentStore<Name, D, V>,
  trail: DocumentTrail<V>,
): DocumentActs<V> {
  type Acts = DocumentActs<V>;
  const { name, refusals, subjectKind } = kind;
  const { writable } = store;
  // The machine writes the fields that every kind has.
  const documents: ListDefinition<DocumentRecord> = kind.documents;
  const versions: ListDefinition<VersionRecord> = kind.versions;
  /** A document is with those who decide once at a time, whichever version of it. */
  const inTurn = (context: Context, documentKey: string, work: () => Promise<void>) =>
    oneAtATime(context, `${name} ${documentKey}`, work);
  const ofCentre = ({ centreId }: DocumentRecord) => (centreId === undefined ? {} : { centreId });

  const versionKey = (documentKey: string, number: number) => stableKey(`${documentKey}.v${number}`);
  function numbered(context: Context, { personId }: Actor, documentKey: string): NumberedVersion {
    const number = (store.everyVersion(context, documentKey)[0]?.number ?? 0) + 1;
    const now = nowOf(context.clock);
    return {
      key: versionKey(documentKey, number),
      number,
      madeBy: personId,
      madeAt: now,
      changedBy: personId,
      changedAt: now,
    };
  }

  const writeDraft: Acts['writeDraft'] = async (context, actor, documentKey, change) => {
    // As it is at this moment: a version may have been begun while a file was on its way.
    const { coming, versions: known } = writable(context, actor, documentKey);
    if (coming?.state === 'waiting') throw refusals.waiting();
    const list = context.list(kind.versions);
    const changeOpen = (current: Stored<V>) => {
      if (current.discardedAt !== undefined) throw refusals.discarded();
      const state = store.findVersion(context, current.key)?.version.state;
      if (state !== undefined && !isOpenToChange(state)) throw refusals.waiting();
      return change(current, false);
    };
    if (coming && isOpenToChange(coming.state)) return list.update(coming.version.key, changeOpen);
    const base = known[0]?.version;
    if (!base) throw refusals.noSuch();
    const { record, existed } = await list.create({
      ...base,
      ...kind.notCarriedOver,
      ...numbered(context, actor, documentKey),
      ...change(base, true),
    });
    return existed ? list.update(record.key, changeOpen) : record;
  };

  const writeFields: Acts['writeFields'] = (context, actor, documentKey, fields, requireSeen) => {
    const stamp: Partial<VersionRecord> = { changedBy: actor.personId, changedAt: nowOf(context.clock) };
    return writeDraft(context, actor, documentKey, (current, isNew) => {
      if (!isNew && says(current, fields)) return undefined;
      requireSeen(current, isNew);
      return { ...fields, ...stamp };
    });
  };

  return {
    versionKey,
    numbered,
    writeDraft,
    writeFields,

    saveDraft: (context, actor, documentKey, fields, seen) =>
      writeFields(context, actor, documentKey, fields, ({ changedAt, changedBy, madeAt, madeBy }, isNew) => {
        const by = changedBy ?? madeBy;
        const isUnchanged = seen === undefined ? isNew || by === actor.personId : seen === (changedAt ?? madeAt);
        if (!isUnchanged) throw refusals.changedMeanwhile(context, by);
      }),

    discard: async (context, actor, documentKey) => {
      const { coming } = writable(context, actor, documentKey);
      if (!coming) throw refusals.noDraft();
      if (coming.state === 'waiting') throw refusals.waiting();
      const { key } = await context
        .list(versions)
        .update(coming.version.key, ({ discardedAt }) =>
          discardedAt === undefined ? { discardedBy: actor.personId, discardedAt: nowOf(context.clock) } : undefined,
        );
      await trail.recordVersion(context, key);
    },

    submit: (context, actor, documentKey) =>
      inTurn(context, documentKey, async () => {
        const { coming, [name]: document } = writable(context, actor, documentKey);
        if (coming?.state === 'waiting') return;
        if (!coming || coming.state === 'rejected') throw refusals.noDraft();
        const version = await context.list(kind.versions).fresh(coming.version.key);
        if (!version || version.discardedAt !== undefined) throw refusals.noDraft();
        const content = kind.content(context, document, { version, requests: coming.requests });
        kind.requireComplete(context, document, version, content);
        await submitForApproval(context, actor, {
          subjectKind,
          subjectKey: version.key,
          content,
          summary: version.summary,
          stages: kind.stages(context, actor, document, version),
          ...ofCentre(document),
        });
      }),

    renew: (context, actor, documentKey, note) =>
      inTurn(context, documentKey, async () => {
        const { current, coming, [name]: document } = writable(context, actor, documentKey);
        if (!current) throw refusals.notInForce();
        if (current.renewing) return;
        if (coming?.state === 'waiting') throw refusals.waiting();
        const { version } = current;
        kind.requireRenewable?.(context, document, version);
        await submitForApproval(context, actor, {
          subjectKind,
          subjectKey: version.key,
          purpose: renewal,
          summary: note,
          content: kind.content(context, document, current),
          stages: kind.renewalStages(context, actor, document, version),
          ...ofCentre(document),
        });
      }),

    retire: async (context, actor, documentKey, reason) => {
      const { [name]: known } = store.orThrow(context, documentKey);
      if (known.retiredAt !== undefined && kind.mayWrite(context, actor, known)) return;
      const { current, coming } = writable(context, actor, documentKey);
      if (!current) throw refusals.notInForce();
      if (coming?.state === 'waiting' || current.renewing) throw refusals.waiting();
      const { key } = await context
        .list(documents)
        .update(documentKey, ({ retiredAt }) =>
          retiredAt === undefined
            ? { retiredAt: nowOf(context.clock), retiredBy: actor.personId, retiredReason: reason }
            : undefined,
        );
      await trail.recordDocument(context, key);
    },
  };
}

const says = (current: object, fields: object): boolean =>
  Object.entries(fields).every(([field, value]) => isDeepStrictEqual(Reflect.get(current, field), value));
