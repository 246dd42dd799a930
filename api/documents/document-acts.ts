import { isDeepStrictEqual } from 'node:util';
import { isOpenToChange, renewal, submitForApproval } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { nowOf, stableKey, type Actor } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';
import type { DocumentDeclaration, DocumentRecord, VersionRecord } from './document-declaration.ts';
import type { DocumentStore } from './document-store.ts';
import type { DocumentTrail } from './document-trail.ts';

export type DocumentActs<Name extends string, D extends DocumentRecord, V extends VersionRecord> = ReturnType<
  typeof documentActs<Name, D, V>
>;

/**
 * The acts on documents of one kind. All throw AppError: missing for whoever may not know of it, forbidden for whoever may
 * not write it, conflict when it is retired, unavailable; codes are the kind's.
 */
export function documentActs<Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  kind: DocumentDeclaration<Name, D, V>,
  store: DocumentStore<Name, D, V>,
  trail: DocumentTrail<Name, D, V>,
) {
  type Fields = Partial<Omit<V, 'key'>>;
  /** What a version says from now on; `undefined` leaves it. `isNew`: the next version begins from `current`. */
  type Change = (current: Stored<V>, isNew: boolean) => Fields | undefined;

  const { name, refusals, subjectKind } = kind;
  const { writable } = store;
  // The machine writes the fields that every kind has.
  const documents: ListDefinition<DocumentRecord> = kind.documents;
  const versions: ListDefinition<VersionRecord> = kind.versions;
  /** A document is with those who decide once at a time, whichever version of it. */
  const inTurn = (context: Context, documentKey: string, work: () => Promise<void>) =>
    oneAtATime(context, `${name} ${documentKey}`, work);
  const ofCentre = ({ centreId }: DocumentRecord) => (centreId === undefined ? {} : { centreId });

  /** Two who begin the same number at once begin one version. */
  const versionKey = (documentKey: string, number: number): string => stableKey(`${documentKey}.v${number}`);

  /** The fields that a new version has from its place in the document. */
  function numbered(context: Context, { personId }: Actor, documentKey: string) {
    const number = (store.everyVersion(context, documentKey)[0]?.number ?? 0) + 1;
    const [key, now] = [versionKey(documentKey, number), nowOf(context.clock)];
    return { key, number, madeBy: personId, madeAt: now, changedBy: personId, changedAt: now };
  }

  /**
   * Changes the draft there is, or one that was sent back; when the latest version is in force or was rejected the next
   * one begins, with what that said. 2 resource units. Throws AppError `waiting` `discarded`, and what `change` throws.
   */
  async function writeDraft(context: Context, actor: Actor, documentKey: string, change: Change): Promise<Stored<V>> {
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
    const place = numbered(context, actor, documentKey);
    const { record, existed } = await list.create({ ...base, ...kind.notCarriedOver, ...place, ...change(base, true) });
    return existed ? list.update(record.key, changeOpen) : record;
  }

  /**
   * The same with these fields; once more is a success. `requireSeen` throws when `current` is not what the writer saw.
   */
  function writeFields(
    context: Context,
    actor: Actor,
    documentKey: string,
    fields: Fields,
    requireSeen: (current: Stored<V>, isNew: boolean) => void,
  ): Promise<Stored<V>> {
    const stamp: Partial<VersionRecord> = { changedBy: actor.personId, changedAt: nowOf(context.clock) };
    return writeDraft(context, actor, documentKey, (current, isNew) => {
      if (!isNew && says(current, fields)) return undefined;
      requireSeen(current, isNew);
      return { ...fields, ...stamp };
    });
  }

  /**
   * The same for whoever saw the version of a moment (`changedAt`); whoever does not say may begin a version, and go on
   * with the own one. Throws AppError `changedMeanwhile`.
   */
  const saveDraft = (context: Context, actor: Actor, documentKey: string, fields: Fields, seen: string | undefined) =>
    writeFields(context, actor, documentKey, fields, ({ changedAt, changedBy, madeAt, madeBy }, isNew) => {
      const by = changedBy ?? madeBy;
      const isUnchanged = seen === undefined ? isNew || by === actor.personId : seen === (changedAt ?? madeAt);
      if (!isUnchanged) throw refusals.changedMeanwhile(context, by);
    });

  /**
   * Discards what is being written, or what was rejected. It stays in the list, marked and no longer shown, and its number
   * is not used again. 4 resource units. Throws AppError `noDraft` `waiting`.
   */
  async function discard(context: Context, actor: Actor, documentKey: string): Promise<void> {
    const { coming } = writable(context, actor, documentKey);
    if (!coming) throw refusals.noDraft();
    if (coming.state === 'waiting') throw refusals.waiting();
    const by = { discardedBy: actor.personId, discardedAt: nowOf(context.clock) };
    const { key } = await context
      .list(versions)
      .update(coming.version.key, ({ discardedAt }) => (discardedAt === undefined ? by : undefined));
    await trail.recordVersion(context, key);
  }

  /**
   * Sends the draft to those who decide, exactly as it is stored at this moment. Once more while it waits is a success. 3
   * resource units; cards follow. Throws AppError `noDraft`, and what `requireComplete` throws.
   */
  const submit = (context: Context, actor: Actor, documentKey: string): Promise<void> =>
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
    });

  /**
   * Asks that the version in force holds for another interval as it is: nobody is asked for a receipt again. Once more
   * while it is being decided is a success. 2 resource units; cards follow. Throws AppError `notInForce` `waiting` (a new
   * version is being decided), and what `requireRenewable` throws.
   */
  const renew = (context: Context, actor: Actor, documentKey: string, note: string): Promise<void> =>
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
    });

  /**
   * It applies no longer, and nobody owes anything for it. Repeating is a success. 4 resource units. Throws AppError
   * `notInForce` `waiting` (withdraw what is being decided first).
   */
  async function retire(context: Context, actor: Actor, documentKey: string, reason: string): Promise<void> {
    const { [name]: known } = store.orThrow(context, documentKey);
    if (known.retiredAt !== undefined && kind.mayWrite(context, actor, known)) return;
    const { current, coming } = writable(context, actor, documentKey);
    if (!current) throw refusals.notInForce();
    if (coming?.state === 'waiting' || current.renewing) throw refusals.waiting();
    const by = { retiredAt: nowOf(context.clock), retiredBy: actor.personId, retiredReason: reason };
    const { key } = await context
      .list(documents)
      .update(documentKey, ({ retiredAt }) => (retiredAt === undefined ? by : undefined));
    await trail.recordDocument(context, key);
  }

  return { versionKey, numbered, writeDraft, writeFields, saveDraft, discard, submit, renew, retire };
}

const says = (current: object, fields: object): boolean =>
  Object.entries(fields).every(([field, value]) => isDeepStrictEqual(Reflect.get(current, field), value));
