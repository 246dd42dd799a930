import { isOpenToChange, renewal, submitForApproval } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { says } from '../edits/index.ts';
import { nowOf, stableKey, type Actor } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { nextFree, type ListDefinition, type Stored } from '../sharepoint/index.ts';
import type { DocumentDeclaration, DocumentRecord, VersionRecord } from './document-declaration.ts';
import type { DocumentStore } from './document-store.ts';
import type { DocumentTrail } from './document-trail.ts';

/** When a version's text was last changed. */
const textStampOf = ({ changedAt, madeAt }: VersionRecord) => changedAt ?? madeAt;

export type DocumentActs<Name extends string, D extends DocumentRecord, V extends VersionRecord> = ReturnType<
  typeof documentActs<Name, D, V>
>;

/**
 * The acts on documents of one kind. All throw AppError: missing without read access, forbidden without write access,
 * conflict when retired, unavailable; codes are the kind's.
 */
export function documentActs<Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  kind: DocumentDeclaration<Name, D, V>,
  store: DocumentStore<Name, D, V>,
  trail: DocumentTrail<Name, D, V>,
) {
  type Fields = Partial<Omit<V, 'key'>>;
  /** New content of a version; `undefined`: unchanged. `isNew`: the next version begins from `current`. */
  type Change = (current: Stored<V>, isNew: boolean) => Fields | undefined;

  const { name, refusals, subjectKind } = kind;
  const { writable, everyVersion } = store;
  // The fields common to all kinds.
  const documents: ListDefinition<DocumentRecord> = kind.documents;
  const versions: ListDefinition<VersionRecord> = kind.versions;
  /** A document is in approval once at a time, whichever version of it, and what is in approval does not change. */
  const inTurn = <Value>(context: Context, documentKey: string, work: () => Promise<Value>): Promise<Value> =>
    oneAtATime(context, `${name} ${documentKey}`, work);
  const ofCentre = ({ centreId }: DocumentRecord) => (centreId === undefined ? {} : { centreId });

  /** Concurrent creations of a number yield one version. */
  const versionKey = (documentKey: string, number: number): string => stableKey(`${documentKey}.v${number}`);

  /** Fields of a new version from its place in the document. */
  function numbered(context: Context, { personId }: Actor, documentKey: string) {
    const number = nextFree(
      context.list(versions),
      (next) => versionKey(documentKey, next),
      everyVersion(context, documentKey).map((version) => version.number),
    );
    const [key, now] = [versionKey(documentKey, number), nowOf(context.clock)];
    return { key, number, madeBy: personId, madeAt: now, changedBy: personId, changedAt: now };
  }

  /**
   * Changes the draft, or a returned one; when the latest version is in force or rejected the next one is created from
   * it. 2 resource units. Throws AppError `waiting` `discarded`, and what `change` throws.
   */
  const writeDraft = (context: Context, actor: Actor, documentKey: string, change: Change): Promise<Stored<V>> =>
    inTurn(context, documentKey, async () => {
      // Current state: a version may have been created during the upload.
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
      const { record, existed } = await list.create({
        ...base,
        ...kind.notCarriedOver,
        ...place,
        ...change(base, true),
      });
      return existed ? list.update(record.key, changeOpen) : record;
    });

  /**
   * The same with these fields, which are not the text: its stamp `changedAt` stays, also in a version that begins with
   * them, so that no edit of the text conflicts with them. Repeats succeed. `requireUnchanged` throws when `current` is
   * not what the writer loaded.
   */
  function writeFields(
    context: Context,
    actor: Actor,
    documentKey: string,
    fields: Fields,
    requireUnchanged: (current: Stored<V>, isNew: boolean) => void,
  ): Promise<Stored<V>> {
    const changedBy = actor.personId;
    return writeDraft(context, actor, documentKey, (current, isNew) => {
      if (!isNew && says(current, fields)) return undefined;
      requireUnchanged(current, isNew);
      const stamp: Partial<VersionRecord> = isNew ? { changedBy, changedAt: textStampOf(current) } : { changedBy };
      return { ...fields, ...stamp };
    });
  }

  /**
   * The same with the writer's loaded `changedAt`; without it the writer may create a version, and continue their own.
   * Throws AppError `changedMeanwhile`.
   */
  const saveDraft = (
    context: Context,
    actor: Actor,
    documentKey: string,
    fields: Fields,
    expected: string | undefined,
  ) => {
    const stamp: Partial<VersionRecord> = { changedBy: actor.personId, changedAt: nowOf(context.clock) };
    return writeDraft(context, actor, documentKey, (current, isNew) => {
      if (!isNew && says(current, fields)) return undefined;
      const by = current.changedBy ?? current.madeBy;
      const isUnchanged = expected === undefined ? isNew || by === actor.personId : expected === textStampOf(current);
      if (!isUnchanged) throw refusals.changedMeanwhile(context, by);
      return { ...fields, ...stamp };
    });
  };

  /**
   * Discards a draft or a rejected version. It stays in the list, marked and hidden, and its number is not reused. 4
   * resource units. A repeat by the same person is a success. Throws AppError `noSuch` `noDraft` `waiting`.
   */
  const discard = (context: Context, actor: Actor, documentKey: string): Promise<void> =>
    inTurn(context, documentKey, async () => {
      const [latest] = everyVersion(context, documentKey);
      if (latest?.discardedBy === actor.personId) return trail.recordVersion(context, latest.key);
      const { coming } = writable(context, actor, documentKey);
      if (!coming) throw refusals.noDraft();
      if (coming.state === 'waiting') throw refusals.waiting();
      const by = { discardedBy: actor.personId, discardedAt: nowOf(context.clock) };
      const { key } = await context
        .list(versions)
        .update(coming.version.key, ({ discardedAt }) => (discardedAt === undefined ? by : undefined));
      await trail.recordVersion(context, key);
    });

  /**
   * Submits the draft for approval, exactly as stored now. A repeat while it waits is a success. 3 resource units;
   * cards follow. Throws AppError `noDraft` `waiting` (its renewal is in approval), and what `requireComplete` throws.
   */
  const submit = (context: Context, actor: Actor, documentKey: string): Promise<void> =>
    inTurn(context, documentKey, async () => {
      const { current, coming, [name]: document } = writable(context, actor, documentKey);
      if (coming?.state === 'waiting') return;
      if (current?.renewing) throw refusals.waiting();
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
   * Requests a renewal of the version in force for another interval, unchanged: no new receipts are required. A repeat
   * while it waits is a success. 2 resource units; cards follow. Throws AppError `notInForce` `waiting` (a new version
   * is in approval), and what `requireRenewable` throws.
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
   * Retires it, with all its obligations. A repeat is a success. 4 resource units. Throws AppError `notInForce`
   * `waiting` (withdraw the pending request first).
   */
  const retire = (context: Context, actor: Actor, documentKey: string, reason: string): Promise<void> =>
    inTurn(context, documentKey, async () => {
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
    });

  return { versionKey, numbered, writeDraft, writeFields, saveDraft, discard, submit, renew, retire };
}
