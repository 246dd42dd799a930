import type { Context } from '../../context.ts';
import { versionFile } from '../../documents/index.ts';
import { safeFileName } from '../../files/index.ts';
import type { FileAnswer } from '../../http/route.ts';
import { forbidden, missing, type Actor } from '../../kernel/index.ts';
import { planPdf } from '../documents/plan-pdf.ts';
import { documentName } from './plan-subject.ts';
import { isToldPhones } from '../plans/plan-access.ts';
import { plans } from '../plans/plans.ts';
import { versionSeen } from './version-view.ts';

type Which = { planKey: string; versionKey: string };

/**
 * A form of a version, byte for byte. 1 resource unit. Throws AppError: missing `contingency.noSuchVersion`
 * `contingency.noSuchForm`, conflict `contingency.fileChanged` on a hash mismatch, unavailable.
 */
export function planFormFile(context: Context, actor: Actor, params: Which & { formKey: string }): Promise<FileAnswer> {
  const { version } = versionSeen(context, actor, params);
  const form = version.version.forms.find(({ key }) => key === params.formKey);
  if (!form) throw missing('contingency.noSuchForm');
  return versionFile(context, form.file, plans.refusals);
}

/**
 * A version as a PDF: stored when it came into force, else made now. 1 resource unit. Throws AppError as
 * `planFormFile`, and forbidden `contingency.mayNotPrint` to readers without access to its numbers.
 */
export async function planDocument(context: Context, actor: Actor, params: Which): Promise<FileAnswer> {
  const { now, version } = versionSeen(context, actor, params);
  if (!isToldPhones(context, actor, now)) throw forbidden('contingency.mayNotPrint');
  if (version.version.document) return versionFile(context, version.version.document, plans.refusals);
  const fileName = safeFileName(documentName(version.version), 'pdf');
  return { fileName, bytes: await planPdf(context, now, version, actor.language) };
}
