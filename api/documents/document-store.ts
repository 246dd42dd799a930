import { ApprovalRequests, endsOf, paperNow, type PaperNow, type VersionNow } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import { freshnessOf } from '../organisation/index.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';
import type { DocumentDeclaration, DocumentNow, DocumentRecord, VersionRecord } from './document-declaration.ts';

/** A version with its document. */
export interface FoundVersion<Name extends string, D, V> {
  now: DocumentNow<Name, D, V>;
  version: VersionNow<Stored<V>>;
}

/** The documents of one kind as they are today. All from memory. */
export interface DocumentStore<Name extends string, D extends DocumentRecord, V extends VersionRecord> {
  /** What the documents and their statuses are derived from, for derivations of the kind's own; the day comes besides. */
  readonly lists: readonly ListDefinition<{ key: string }>[];
  /** Every document with a version that nobody has discarded, by key. */
  all(context: Context): ReadonlyMap<string, DocumentNow<Name, D, V>>;
  find(context: Context, key: string): DocumentNow<Name, D, V> | undefined;
  /** Throws AppError `noSuch`. */
  orThrow(context: Context, key: string): DocumentNow<Name, D, V>;
  /** The same of one that the actor may know of. */
  readable(context: Context, actor: Actor, key: string): DocumentNow<Name, D, V>;
  /** The same of one that the actor may write. Throws AppError `mayNotWrite` `retired` too. */
  writable(context: Context, actor: Actor, key: string): DocumentNow<Name, D, V>;
  /** Undefined for a discarded one. */
  findVersion(context: Context, versionKey: string): FoundVersion<Name, D, V> | undefined;
  /** Every version ever begun, newest first, discarded drafts too. */
  everyVersion(context: Context, key: string): readonly Stored<V>[];
  /** Versions that were in force and are no more, with the day on which each ended. */
  ended(context: Context): ReadonlyMap<string, LocalDate>;
  /** As of when the documents, and what else is named, are known. */
  freshness(context: Context, ...also: ListDefinition<{ key: string }>[]): ReturnType<typeof freshnessOf>;
}

/** The version that a document is shown by: the one in force, else the one on its way, else the last there was. */
export const shownVersion = <V>({ current, coming, versions }: PaperNow<V>): VersionNow<V> | undefined =>
  current ?? coming ?? versions[0];

/** The documents of a kind, derived from its lists and their approvals once for each change of them. */
export function documentStore<Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  kind: DocumentDeclaration<Name, D, V>,
): DocumentStore<Name, D, V> {
  type Now = DocumentNow<Name, D, V>;
  const { name, refusals } = kind;
  const lists = [kind.documents, kind.versions, ApprovalRequests];
  const today = (context: Context) => todayOf(context.clock);

  const versionsByDocument = derivation([kind.versions], (context) => {
    const found = new Map<string, Stored<V>[]>();
    for (const version of context.list(kind.versions).all()) {
      const key = kind.documentKey(version);
      const known = found.get(key);
      if (known) known.push(version);
      else found.set(key, [version]);
    }
    for (const versions of found.values()) versions.sort((one, other) => other.number - one.number);
    return found;
  });
  const everyVersion = (context: Context, key: string) => versionsByDocument(context).get(key) ?? [];

  const all = derivation(
    lists,
    (context): ReadonlyMap<string, Now> => {
      const found = new Map<string, Now>();
      for (const document of context.list(kind.documents).all()) {
        const paper = paperNow(context, kind.subjectKind, {
          written: everyVersion(context, document.key),
          retired: document.retiredAt !== undefined,
          today: today(context),
        });
        if (paper.versions.length > 0) found.set(document.key, { [name]: document, ...paper } as Now);
      }
      return found;
    },
    today,
  );
  const find = (context: Context, key: string) => all(context).get(key);

  function orThrow(context: Context, key: string): Now {
    const found = find(context, key);
    if (!found) throw refusals.noSuch();
    return found;
  }

  function readable(context: Context, actor: Actor, key: string): Now {
    const now = orThrow(context, key);
    if (!kind.mayRead(context, actor, now)) throw refusals.noSuch();
    return now;
  }

  return {
    lists,
    all,
    find,
    orThrow,
    readable,
    writable: (context, actor, key) => {
      const now = readable(context, actor, key);
      if (!kind.mayWrite(context, actor, now[name])) throw refusals.mayNotWrite();
      if (now[name].retiredAt !== undefined) throw refusals.retired();
      return now;
    },
    findVersion: (context, versionKey) => {
      const stored = context.list(kind.versions).get(versionKey);
      const now = stored && find(context, kind.documentKey(stored));
      const version = now?.versions.find((one) => one.version.key === versionKey);
      return now && version && { now, version };
    },
    everyVersion,
    ended: derivation(
      lists,
      (context) => new Map([...all(context).values()].flatMap((now) => endsOf(now, now[name].retiredAt))),
      today,
    ),
    freshness: (context, ...also) => freshnessOf(context, ...lists, ...also),
  };
}
