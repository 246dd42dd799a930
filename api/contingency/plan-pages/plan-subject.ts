import { renewal, type ApprovalRequest, type ApprovalSubject } from '../../approvals/index.ts';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { storeFile } from '../../files/index.ts';
import { nowOf } from '../../kernel/index.ts';
import { planPdf } from '../documents/plan-pdf.ts';
import { ContingencyPlanVersions, type ContingencyPlanVersion } from '../plans/plan-lists.ts';
import { libraryFolder } from '../plans/library-folder.ts';
import { readsEveryVersion } from '../plans/plan-access.ts';
import { contentOf } from '../plans/plan-content.ts';
import { findPlanVersion, planPath, planSubjectKind } from '../plans/plans.ts';

/** What makes the document of a version; another in tests. */
export type MakeDocument = typeof planPdf;

/** Versions of contingency plans as something that managers, the CISO and the committee decide about (R5). */
export const planSubjectWith = (makeDocument: MakeDocument): ApprovalSubject => ({
  kind: planSubjectKind,
  contentNow: (context, versionKey) => {
    const found = findPlanVersion(context, versionKey);
    if (!found || found.now.plan.retiredAt !== undefined) return undefined;
    // Nobody sends one again that another has taken the place of; what is being decided about it may come to its end.
    const { state, requests } = found.version;
    if (state === 'superseded' && requests[0]?.state !== 'open') return undefined;
    return contentOf(context, found.now.plan, found.version);
  },
  inForce: (context, versionKey) => {
    const { now } = findPlanVersion(context, versionKey) ?? {};
    if (!now?.current || now.current.version.key === versionKey) return undefined;
    return contentOf(context, now.plan, now.current);
  },
  path: (context, versionKey) => planPath(context.list(ContingencyPlanVersions).get(versionKey)?.planKey ?? versionKey),
  mayRead: (context, actor, request) => {
    const found = findPlanVersion(context, request.subjectKey);
    return found !== undefined && readsEveryVersion(context, actor, found.now.plan);
  },
  ended: async (context, request) => {
    if (request.state !== 'approved') return;
    await recordPublishing(context, request);
    if (request.purpose !== renewal) await storeDocument(context, request.subjectKey, makeDocument);
  },
});
export const planSubject = planSubjectWith(planPdf);

async function recordPublishing(context: Context, request: ApprovalRequest): Promise<void> {
  const version = context.list(ContingencyPlanVersions).get(request.subjectKey);
  if (!version) return;
  const { key, planKey, number } = version;
  await recordAct(context, {
    act: request.purpose === renewal ? 'renewPlan' : 'publishPlan',
    subjectKey: key,
    actorId: request.submittedBy,
    at: request.endedAt ?? nowOf(context.clock),
    occasion: String(request.round),
    details: { planKey, number, requestKey: request.key, contentHash: request.contentHash },
  });
}

/** The name in the library: `Nødprocedure for Journalen v2.pdf`. */
export const documentName = ({ title, number }: Pick<ContingencyPlanVersion, 'title' | 'number'>): string =>
  // Room for the number when a long title is cut.
  `${title.slice(0, longestTitle)} v${number}.pdf`;
const longestTitle = 80;

/** Stores the version as a PDF once. Throws AppError `unavailable`, and is then called again. */
async function storeDocument(context: Context, versionKey: string, makeDocument: MakeDocument): Promise<void> {
  const found = findPlanVersion(context, versionKey);
  if (!found || found.version.version.document !== undefined) return;
  const { now, version } = found;
  // Documents are kept in the reference language, as what was decided.
  const bytes = await makeDocument(context, now, version, 'da');
  const fileName = documentName(version.version);
  const document = await storeFile(context, libraryFolder(context, now.plan), { fileName, bytes });
  await context
    .list(ContingencyPlanVersions)
    .update(versionKey, (current) => (current.document === undefined ? { document } : undefined), 'background');
}
