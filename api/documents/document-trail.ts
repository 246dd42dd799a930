import { renewal, type ApprovalRequest, type VersionNow } from '../approvals/index.ts';
import { appendActs, recordAct, type AppendActs } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { addMonths, localDate, nowOf } from '../kernel/index.ts';
import type { DocumentDeclaration, DocumentRecord, VersionRecord } from './document-declaration.ts';
import type { DocumentStore } from './document-store.ts';

export type DocumentTrail<Name extends string, D extends DocumentRecord, V extends VersionRecord> = ReturnType<
  typeof documentTrail<Name, D, V>
>;

/** The audit trail of one kind's documents, derived from the records. Idempotent. */
export function documentTrail<Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  kind: DocumentDeclaration<Name, D, V>,
  store: DocumentStore<Name, D, V>,
) {
  const { name, acts, reviewKey } = kind;

  /** Audits a document's creation and retirement. */
  async function recordDocument(context: Context, documentKey: string): Promise<void> {
    const document = context.list(kind.documents).get(documentKey);
    if (!document) return;
    const { key, madeBy, madeAt, retiredBy, retiredAt } = document;
    const details = kind.details(document);
    await recordAct(context, { act: acts.begin, subjectKey: key, actorId: madeBy, at: madeAt, details });
    if (retiredBy === undefined || retiredAt === undefined) return;
    const ended = reviewKey ? { reviewKey: reviewOfRetired(context, key) ?? null } : {};
    await recordAct(context, {
      act: acts.retire,
      subjectKey: key,
      actorId: retiredBy,
      at: retiredAt,
      details: { ...details, ...ended },
    });
  }

  /** Audits a discarded draft; nothing for other versions. */
  async function recordVersion(context: Context, versionKey: string): Promise<void> {
    const version = context.list(kind.versions).get(versionKey);
    if (version?.discardedBy === undefined || version.discardedAt === undefined) return;
    await recordAct(context, {
      act: acts.discard,
      subjectKey: versionKey,
      actorId: version.discardedBy,
      at: version.discardedAt,
      details: placeOf(version),
    });
  }

  const placeOf = (version: V) => ({ [`${name}Key`]: kind.documentKey(version), number: version.number });

  function reviewOfRetired(context: Context, documentKey: string): string | undefined {
    const retired = store.find(context, documentKey)?.versions.find(({ state }) => state === 'retired');
    return retired?.reviewOn && reviewKey?.(retired.version.key, retired.reviewOn);
  }

  /** The review obligation that ended: of the previous version, or of this one before its renewal. */
  function reviewEndedBy(context: Context, { key, subjectKey }: ApprovalRequest): string | undefined {
    const { now, version } = store.findVersion(context, subjectKey) ?? {};
    const isBefore = ({ version: { number }, validFrom }: VersionNow<V>) =>
      number <= (version?.version.number ?? 0) && validFrom !== undefined;
    const ends = now?.versions
      .filter(isBefore)
      .flatMap(({ version: { key: versionKey, reviewMonths }, requests }) =>
        requests.flatMap(({ state, endedAt, key: requestKey }) =>
          state === 'approved' && endedAt !== undefined && requestKey !== key
            ? [{ endedAt, reviewOn: addMonths(localDate(endedAt), reviewMonths), versionKey }]
            : [],
        ),
      );
    const last = ends?.sort((one, other) => one.endedAt.localeCompare(other.endedAt)).at(-1);
    return last && reviewKey?.(last.versionKey, last.reviewOn);
  }

  /** Audits a version's approval or renewal; returns the version. */
  async function recordApproval(context: Context, request: ApprovalRequest): Promise<V | undefined> {
    const version = context.list(kind.versions).get(request.subjectKey);
    if (!version) return undefined;
    const { purpose, submittedBy, endedAt, round, contentHash } = request;
    await recordAct(context, {
      act: purpose === renewal ? acts.renew : acts.publish,
      subjectKey: version.key,
      actorId: submittedBy,
      at: endedAt ?? nowOf(context.clock),
      occasion: String(round),
      details: {
        ...placeOf(version),
        requestKey: request.key,
        contentHash,
        ...(reviewKey ? { reviewKey: reviewEndedBy(context, request) ?? null } : {}),
      },
    });
    return version;
  }

  /**
   * Completes the audit trail after a crash. Examines an item again only after a change, and is free when the trail is
   * complete; `also`: of other lists. Throws AppError `unavailable`.
   */
  async function continueActs(context: Context, also?: (acts: AppendActs) => Promise<void>): Promise<void> {
    const appended = appendActs(context, `${name}Acts`);
    await appended.of(context.list(kind.documents).all(), ({ key }) => recordDocument(context, key));
    await appended.of(context.list(kind.versions).all(), ({ key }) => recordVersion(context, key));
    await also?.(appended);
    appended.end();
  }

  return { recordDocument, recordVersion, recordApproval, continueActs };
}
