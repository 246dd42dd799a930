import type { Context, Translate } from '../context.ts';
import { contextPart } from '../context-part.ts';
import type { Actor, AssignableRole, CentreId, Language, LocalDate, PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { ApprovalRequest, FrozenFile } from './request-list.ts';
import { textIfThere } from '../texts/translate.ts';

/** What exactly is decided. Its hash is the request's. */
export interface ApprovalContent {
  title: string;
  /** Markdown; '' when the file is all. */
  text: string;
  file?: FrozenFile;
  /** The file's text, if any: for comparison, not part of the hash. */
  fileText?: string;
}

/** Who decides, in order. */
export interface StagePlan {
  body: AssignableRole;
  personId?: PersonId;
  centreId?: CentreId;
  rule: 'one' | 'all' | 'quorum' | 'external';
  /** Fewest seats that must take part; default more than half of the body. */
  quorum?: number;
  /** Calendar days to decide. */
  days: number;
}

/**
 * Declares a kind of thing that is sent for approval. The engine knows none of them. Functions read the mirror only,
 * except `ended`.
 */
export interface ApprovalSubject {
  /** Value of `ApprovalRequests.subjectKind`, e.g. `policyVersion`; texts under `approvals.subject.<kind>`. */
  readonly kind: string;
  /** The present content; `undefined` when gone. When its hash differs from the request's, it cannot be approved. */
  contentNow(context: Context, subjectKey: string): ApprovalContent | undefined;
  /** The version in force that it would replace, for comparison. */
  inForce?(context: Context, subjectKey: string): ApprovalContent | undefined;
  /** Summary in a language, if the feature has one; else as submitted. */
  summaryIn?(context: Context, request: ApprovalRequest, language: Language): string | undefined;
  /** The thing's page in the tab. */
  path(context: Context, subjectKey: string): string;
  /** Further readers, besides the submitter, the deciders and general readers. */
  mayRead?(context: Context, actor: Actor, request: ApprovalRequest): boolean;
  /** Whom an approval asks to act at once, and from which day it applies; absent if none. */
  follows?(context: Context, request: ApprovalRequest): { people: number; appliesFrom: LocalDate } | undefined;
  /**
   * Carries out a request's end, whatever the outcome. Called again after a crash, so it must be idempotent. Throws
   * AppError `unavailable` to be called again later.
   */
  ended(context: Context, request: Stored<ApprovalRequest>): Promise<void>;
}

const declared = contextPart<ReadonlyMap<string, ApprovalSubject>>('approvals/approvalSubject');

/** Registers the application's subjects. Called once at start-up. */
export const declareApprovalSubjects = (context: Context, subjects: readonly ApprovalSubject[]): void =>
  declared.set(context, new Map(subjects.map((subject) => [subject.kind, subject])));

/** For a view of another day. */
export const approvalSubjects = (context: Context): readonly ApprovalSubject[] => [
  ...(declared.get(context)?.values() ?? []),
];

export const approvalSubject = (context: Context, kind: string): ApprovalSubject | undefined =>
  declared.get(context)?.get(kind);

/** The kind of thing, e.g. `Lokal procedure`, or `Retningslinje` without a centre. */
export function subjectKindName(t: Translate, { subjectKind, centreId }: About): string | undefined {
  const root = `approvalCards.subject.${subjectKind}`;
  const own = centreId === undefined ? undefined : textIfThere(t, `${root}.centre`);
  return own ?? textIfThere(t, `${root}.whole`);
}
interface About {
  subjectKind: string;
  centreId?: string | undefined;
}

/** A request's summary for a reader. From memory. */
export const summaryFor = (context: Context, request: ApprovalRequest, language: Language): string =>
  approvalSubject(context, request.subjectKind)?.summaryIn?.(context, request, language) ?? request.summary;
