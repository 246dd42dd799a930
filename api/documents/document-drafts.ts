import { isOpenToChange } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { says } from '../edits/index.ts';
import { nowOf, stableKey, type Actor } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { nextFree, type ListDefinition, type Stored } from '../sharepoint/index.ts';
import type { DocumentDeclaration, DocumentRecord, VersionRecord } from './document-declaration.ts';
import type { DocumentStore } from './document-store.ts';
import type { DocumentTrail } from './document-trail.ts';

/** A document is in approval once at a time, whichever version of it, and what is in approval does not change. */
export const inTurn = <Value>(
  context: Context,
  { name }: { name: string },
  documentKey: string,
  work: () => Promise<Value>,
): Promise<Value> => oneAtATime(context, `${name} ${documentKey}`, work);

/** When a version's text was last changed. */
const textStampOf = ({ changedAt, madeAt }: VersionRecord) => changedAt ?? madeAt;

/** The acts on the coming version of a document: written, changed, discarded. They throw as `documentActs` says. */
export function documentDrafts<Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  kind: DocumentDeclaration<Name, D, V>,
  store: DocumentStore<Name, D, V>,
  trail: DocumentTrail<Name, D, V>,
) {
  type Fields = Partial<Omit<V, 'key'>>;
  /** New content of a version; `undefined`: unchanged. `isNew`: the next version begins from `current`. */
  type Change = (current: Stored<V>, isNew: boolean) => Fields | undefined;

  const { refusals } = kind;
  const { writable, everyVersion } = store;
  // The fields common to all kinds.
  const versions: ListDefinition<VersionRecord> = kind.versions;

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
    inTurn(context, kind, documentKey, async () => {
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
    inTurn(context, kind, documentKey, async () => {
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

  return { versionKey, numbered, writeDraft, writeFields, saveDraft, discard };
}
