import type { ApprovalContent, PaperNow, StagePlan, VersionNow } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import type { Actor, AppError, CentreId, ErrorDetails, Instant, LocalDate, PersonId } from '../kernel/index.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';

/** Constant across versions. */
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

/** A document's state today, under the name of its kind: `now.procedure`, `now.plan`. */
export type DocumentNow<Name extends string, D, V> = PaperNow<Stored<V>> & Readonly<Record<Name, Stored<D>>>;

/** Refusals of the acts; codes and texts belong to the kind. */
export interface Refusals {
  /** Also for documents the actor may not read. `became`: what it tells of one that is no more. */
  noSuch: (became?: ErrorDetails) => AppError;
  noSuchVersion: () => AppError;
  mayNotWrite: () => AppError;
  retired: () => AppError;
  noDraft: () => AppError;
  discarded: () => AppError;
  /** Another has changed the draft, or created the next version, since then. */
  changedMeanwhile: (context: Context, by: PersonId) => AppError;
  /** A version of it is in approval. */
  waiting: () => AppError;
  notInForce: () => AppError;
  /** A file does not match its hash. */
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

/** Declaration of one kind of document; `documentKind` derives the rest. Functions read the mirror only. */
export interface DocumentDeclaration<Name extends string, D extends DocumentRecord, V extends VersionRecord> {
  /** `procedure` gives `now.procedure`, and `procedureKey` in the audit trail. */
  name: Name;
  documents: ListDefinition<D>;
  versions: ListDefinition<V>;
  documentKey: (version: V) => string;
  /** Value of `ApprovalRequests.subjectKind`; its `subjectKey` is a version's key. */
  subjectKind: string;
  /** Its page in the tab. */
  path: (documentKey: string) => string;
  refusals: Refusals;
  acts: Acts;
  /** A document's details in the audit trail. */
  details: (document: D) => Details;
  /** Key of the obligation to review a version by a day, for the audit trail to record which one an act ended. */
  reviewKey?: (versionKey: string, reviewOn: LocalDate) => string;
  /** Drafts, and versions in approval or superseded: for writers, and those who see everything. */
  mayReadEveryVersion: (context: Context, actor: Actor, document: D) => boolean;
  mayWrite: (context: Context, actor: Actor, document: D) => boolean;
  /** Whether the actor may know of it; otherwise it is missing. */
  mayRead: (context: Context, actor: Actor, now: DocumentNow<Name, D, V>) => boolean;
  /** The exact content decided about. */
  content: (
    context: Context,
    document: D,
    version: Pick<VersionNow<Stored<V>>, 'version' | 'requests'>,
  ) => ApprovalContent;
  /** Throws what a version lacks for submission. */
  requireComplete: (context: Context, document: D, version: V, content: ApprovalContent) => void;
  /** Throws why the version in force cannot be renewed as it is. */
  requireRenewable?: (context: Context, document: D, version: V) => void;
  /** Approvers of a version, in order. */
  stages: (context: Context, actor: Actor, document: D, version: V) => StagePlan[];
  /** Approvers of a renewal. */
  renewalStages: (context: Context, actor: Actor, document: D, version: V) => StagePlan[];
  /** Fields the next version does not inherit. */
  notCarriedOver?: Partial<Omit<V, 'key'>>;
}
