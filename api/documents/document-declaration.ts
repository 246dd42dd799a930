import type { ApprovalContent, PaperNow, StagePlan, VersionNow } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import type { Actor, AppError, CentreId, Instant, LocalDate, PersonId } from '../kernel/index.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';

/** What stays the same from version to version. */
export interface DocumentRecord {
  key: string;
  centreId?: CentreId | undefined;
  madeBy: PersonId;
  madeAt: Instant;
  retiredAt?: Instant | undefined;
  retiredBy?: PersonId | undefined;
  retiredReason?: string | undefined;
}

/** One version, written until it is submitted. Its status follows from its approval and is never stored. */
export interface VersionRecord {
  key: string;
  title: string;
  number: number;
  summary: string;
  reviewMonths: number;
  madeBy: PersonId;
  madeAt: Instant;
  changedBy?: PersonId | undefined;
  changedAt?: Instant | undefined;
  discardedAt?: Instant | undefined;
  discardedBy?: PersonId | undefined;
}

/** A document as it is today, under the name of its kind: `now.procedure`, `now.plan`. */
export type DocumentNow<Name extends string, D, V> = PaperNow<Stored<V>> & Readonly<Record<Name, Stored<D>>>;

/** What the acts refuse with; codes and texts belong to the kind. */
export interface Refusals {
  /** Also said of what the actor may not know of. */
  noSuch: () => AppError;
  noSuchVersion: () => AppError;
  mayNotWrite: () => AppError;
  retired: () => AppError;
  noDraft: () => AppError;
  discarded: () => AppError;
  /** Another has changed the draft, or begun the next version, since it was seen. */
  changedMeanwhile: (context: Context, by: PersonId) => AppError;
  /** A version of it is being decided. */
  waiting: () => AppError;
  notInForce: () => AppError;
  /** A file is no longer what its hash says. */
  fileChanged: () => AppError;
}

/** Verbs in the audit trail. */
export interface Acts {
  begin: string;
  discard: string;
  publish: string;
  renew: string;
  retire: string;
}

type Details = Readonly<Record<string, string | number | boolean | null>>;

/** What one kind of document declares; `documentKind` makes the rest of it. Functions read the mirror only. */
export interface DocumentDeclaration<Name extends string, D extends DocumentRecord, V extends VersionRecord> {
  /** `procedure` gives `now.procedure`, and `procedureKey` in the audit trail. */
  name: Name;
  documents: ListDefinition<D>;
  versions: ListDefinition<V>;
  documentKey: (version: V) => string;
  /** Stands in `ApprovalRequests.subjectKind`; its `subjectKey` is a version's key. */
  subjectKind: string;
  /** Where it is read in the tab. */
  path: (documentKey: string) => string;
  refusals: Refusals;
  acts: Acts;
  /** What the audit trail says of a document besides its key. */
  details: (document: D) => Details;
  /** The key of the obligation to review a version by a day, where the audit trail says which one an act ended. */
  reviewKey?: (versionKey: string, reviewOn: LocalDate) => string;
  /** Drafts, what waits and what has been: for those who write it, and those who see everything. */
  mayReadEveryVersion: (context: Context, actor: Actor, document: D) => boolean;
  mayWrite: (context: Context, actor: Actor, document: D) => boolean;
  /** Whether the actor may know that it exists; others are told that there is no such document. */
  mayRead: (context: Context, actor: Actor, now: DocumentNow<Name, D, V>) => boolean;
  /** Exactly what is decided about a version. */
  content: (
    context: Context,
    document: D,
    version: Pick<VersionNow<Stored<V>>, 'version' | 'requests'>,
  ) => ApprovalContent;
  /** Throws what a version is missing before it can be submitted. */
  requireComplete: (context: Context, document: D, version: V, content: ApprovalContent) => void;
  /** Throws why the version in force cannot be renewed as it is. */
  requireRenewable?: (context: Context, document: D, version: V) => void;
  /** Who decides about a version, in order. */
  stages: (context: Context, actor: Actor, document: D, version: V) => StagePlan[];
  /** Who says that it still holds. */
  renewalStages: (context: Context, actor: Actor, document: D, version: V) => StagePlan[];
  /** What the next version does not take over from the one before. */
  notCarriedOver?: Partial<Omit<V, 'key'>>;
}
