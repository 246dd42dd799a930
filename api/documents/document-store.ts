import { ApprovalRequests, endsOf, paperNow, type PaperNow, type VersionNow } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { localDate, todayOf, type Actor, type ErrorDetails, type LocalDate } from '../kernel/index.ts';
import { discardedBy, freshnessOf } from '../organisation/index.ts';
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

  /**
   * What became of a document, for those who might read it before: by whom it was discarded, or since when it is
   * retired. `mayRead` decides about it as it was in force.
   */
  function whatBecame(
    context: Context,
    actor: Actor,
    key: string,
    mayRead = (before: Now): boolean => kind.mayRead(context, actor, before),
  ): ErrorDetails | undefined {
    const document = context.list(kind.documents).get(key);
    if (!document) return undefined;
    const now = find(context, key);
    const [last] = everyVersion(context, key);
    if (!now)
      return kind.mayReadEveryVersion(context, actor, document)
        ? discardedBy(context, last?.discardedBy, last?.discardedAt)
        : undefined;
    const { retiredAt, ...inUse } = document;
    const current = now.versions.find(({ validFrom }) => validFrom !== undefined);
    if (retiredAt === undefined || !current) return undefined;
    return mayRead({ ...now, current, [name]: inUse }) ? { on: localDate(retiredAt) } : undefined;
  }

  /** The same with read permission. */
  function readable(context: Context, actor: Actor, key: string): Now {
    const now = find(context, key);
    if (!now || !kind.mayRead(context, actor, now)) throw refusals.noSuch(whatBecame(context, actor, key));
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

  return { lists, all, find, orThrow, whatBecame, readable, writable, findVersion, everyVersion, ended, freshness };
}
