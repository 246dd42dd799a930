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
  /** The words of the file, where it has any: shown as what has changed, not part of the hash. */
  fileText?: string;
}

/** Who decides, in order. */
export interface StagePlan {
  body: AssignableRole;
  personId?: PersonId;
  centreId?: CentreId;
  rule: 'one' | 'all' | 'quorum' | 'external';
  /** Fewest seats that must take part; more than half of the body when not said. */
  quorum?: number;
  /** Calendar days to decide. */
  days: number;
}

/**
 * What a feature tells about the things that it sends for approval. The engine knows none of them. Functions read the
 * mirror only, apart from `ended`.
 */
export interface ApprovalSubject {
  /** Stands in `ApprovalRequests.subjectKind`, e.g. `policyVersion`; texts under `approvals.subject.<kind>`. */
  readonly kind: string;
  /** The thing as it is now; `undefined` when it is gone. When its hash is not the request's, nobody can approve it. */
  contentNow(context: Context, subjectKey: string): ApprovalContent | undefined;
  /** What is in force and would be replaced, for showing what changes. */
  inForce?(context: Context, subjectKey: string): ApprovalContent | undefined;
  /** What it changes in a language, where the feature can say so; else the words it was sent with stand. */
  summaryIn?(context: Context, request: ApprovalRequest, language: Language): string | undefined;
  /** Where the thing itself is read in the tab. */
  path(context: Context, subjectKey: string): string;
  /** Who may read the request besides the submitter, those who decide, and who reads all. */
  mayRead?(context: Context, actor: Actor, request: ApprovalRequest): boolean;
  /** Whom an approval asks to do something at once, and from which day it applies; absent where nothing is sent. */
  follows?(context: Context, request: ApprovalRequest): { people: number; appliesFrom: LocalDate } | undefined;
  /**
   * Does what follows when a request has ended, whatever its end. Called again after a crash, so it must be safe to
   * repeat. Throws AppError `unavailable` to be called again later.
   */
  ended(context: Context, request: Stored<ApprovalRequest>): Promise<void>;
}

const declared = contextPart<ReadonlyMap<string, ApprovalSubject>>('approvals/approvalSubject');

/** Tells approvals what the application has decided. Called once when the application is put together. */
export const declareApprovalSubjects = (context: Context, subjects: readonly ApprovalSubject[]): void =>
  declared.set(context, new Map(subjects.map((subject) => [subject.kind, subject])));

/** For a view of the same application, as of another day. */
export const approvalSubjects = (context: Context): readonly ApprovalSubject[] => [
  ...(declared.get(context)?.values() ?? []),
];

export const approvalSubject = (context: Context, kind: string): ApprovalSubject | undefined =>
  declared.get(context)?.get(kind);

/** What kind of thing is decided, e.g. `Lokal procedure`, or `Retningslinje` where it is no centre's own. */
export function subjectKindName(t: Translate, { subjectKind, centreId }: About): string | undefined {
  const root = `approvalCards.subject.${subjectKind}`;
  const own = centreId === undefined ? undefined : textIfThere(t, `${root}.centre`);
  return own ?? textIfThere(t, `${root}.whole`);
}
interface About {
  subjectKind: string;
  centreId?: string | undefined;
}

/** What a request changes, for a reader. From memory. */
export const summaryFor = (context: Context, request: ApprovalRequest, language: Language): string =>
  approvalSubject(context, request.subjectKind)?.summaryIn?.(context, request, language) ?? request.summary;
