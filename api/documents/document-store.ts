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

export type DocumentStore<Name extends string, D extends DocumentRecord, V extends VersionRecord> = ReturnType<
  typeof documentStore<Name, D, V>
>;

/** The version shown of a document: in force, else in approval, else the last one. */
export const shownVersion = <V>({ current, coming, versions }: PaperNow<V>): VersionNow<V> | undefined =>
  current ?? coming ?? versions[0];

/** The documents of one kind today, derived from their lists and approvals once per change. From memory. */
export function documentStore<Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  kind: DocumentDeclaration<Name, D, V>,
) {
  type Now = DocumentNow<Name, D, V>;
  const { name, refusals } = kind;
  /** Sources of the documents and their statuses, for the kind's own derivations; the day in addition. */
  const lists: readonly ListDefinition<{ key: string }>[] = [kind.documents, kind.versions, ApprovalRequests];
  const today = (context: Context) => todayOf(context.clock);

  const versionsByDocument = derivation([kind.versions], (context) => {
    const found = Map.groupBy(context.list(kind.versions).all(), kind.documentKey);
    for (const versions of found.values()) versions.sort((one, other) => other.number - one.number);
    return found;
  });
  /** Every version, newest first, including discarded drafts. */
  const everyVersion = (context: Context, key: string): readonly Stored<V>[] =>
    versionsByDocument(context).get(key) ?? [];

  /** Every document with a version that is not discarded, by key. */
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
  const find = (context: Context, key: string): Now | undefined => all(context).get(key);

  /** Throws AppError `noSuch`. */
  function orThrow(context: Context, key: string): Now {
    const found = find(context, key);
    if (!found) throw refusals.noSuch();
    return found;
  }

  /** The same with read permission. */
  function readable(context: Context, actor: Actor, key: string): Now {
    const now = orThrow(context, key);
    if (!kind.mayRead(context, actor, now)) throw refusals.noSuch();
    return now;
  }

  /** The same with write permission. Throws AppError `mayNotWrite` `retired` too. */
  function writable(context: Context, actor: Actor, key: string): Now {
    const now = readable(context, actor, key);
    if (!kind.mayWrite(context, actor, now[name])) throw refusals.mayNotWrite();
    if (now[name].retiredAt !== undefined) throw refusals.retired();
    return now;
  }

  /** A version with its document; undefined if discarded. */
  function findVersion(context: Context, versionKey: string): FoundVersion<Name, D, V> | undefined {
    const stored = context.list(kind.versions).get(versionKey);
    const now = stored && find(context, kind.documentKey(stored));
    const version = now?.versions.find((one) => one.version.key === versionKey);
    return now && version && { now, version };
  }

  /** Versions formerly in force, with the day each ended. */
  const ended = derivation(
    lists,
    (context): ReadonlyMap<string, LocalDate> =>
      new Map([...all(context).values()].flatMap((now) => endsOf(now, now[name].retiredAt))),
    today,
  );

  /** Freshness of the documents, and of other lists. */
  const freshness = (context: Context, ...also: ListDefinition<{ key: string }>[]) =>
    freshnessOf(context, ...lists, ...also);

  return { lists, all, find, orThrow, readable, writable, findVersion, everyVersion, ended, freshness };
}
