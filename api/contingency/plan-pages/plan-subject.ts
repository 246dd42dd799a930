import { renewal } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { documentSubject } from '../../documents/index.ts';
import { storeFile } from '../../files/index.ts';
import { planPdf } from '../documents/plan-pdf.ts';
import { ContingencyPlanVersions, type ContingencyPlanVersion } from '../plans/plan-lists.ts';
import { libraryFolder } from '../plans/library-folder.ts';
import { plans } from '../plans/plans.ts';

/** Makes a version's document; replaced in tests. */
export type MakeDocument = typeof planPdf;

/**
 * Versions of contingency plans as an approval subject of managers, the CISO and the committee (R5). A new one is
 * stored as a document.
 */
export const planSubjectWith = (makeDocument: MakeDocument) =>
  documentSubject(plans, async (context, { purpose }, { key }) => {
    if (purpose !== renewal) await storeDocument(context, key, makeDocument);
  });
export const planSubject = planSubjectWith(planPdf);

/** Name in the library: `Nødprocedure for Journalen v2.pdf`. */
export const documentName = ({ title, number }: Pick<ContingencyPlanVersion, 'title' | 'number'>): string =>
  // Room for the number after a cut title.
  `${title.slice(0, longestTitle)} v${number}.pdf`;
const longestTitle = 80;

/** Stores the version as a PDF once. Throws AppError `unavailable`, and is then retried. */
async function storeDocument(context: Context, versionKey: string, makeDocument: MakeDocument): Promise<void> {
  const found = plans.findVersion(context, versionKey);
  if (!found || found.version.version.document !== undefined) return;
  const { now, version } = found;
  // Documents are in the reference language, as decided.
  const bytes = await makeDocument(context, now, version, 'da');
  const fileName = documentName(version.version);
  const document = await storeFile(context, libraryFolder(context, now.plan), { fileName, bytes });
  await context
    .list(ContingencyPlanVersions)
    .update(versionKey, (current) => (current.document === undefined ? { document } : undefined), 'background');
}
