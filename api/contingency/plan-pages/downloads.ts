import type { Context } from '../../context.ts';
import { frozenDownload, safeFileName, type ProvenFile } from '../../files/index.ts';
import type { FileAnswer } from '../../http/route.ts';
import { AppError, conflict, forbidden, missing, type Actor } from '../../kernel/index.ts';
import { planPdf } from '../documents/plan-pdf.ts';
import { documentName } from './plan-subject.ts';
import { isToldPhones } from '../plans/plan-access.ts';
import { versionSeen } from './version-view.ts';

type Which = { planKey: string; versionKey: string };

/**
 * A form of a version, byte for byte as it was put there. 1 resource unit. Throws AppError: missing
 * `contingency.noSuchVersion` `contingency.noSuchForm`, conflict `contingency.fileChanged` when the bytes do not fit the
 * hash, unavailable.
 */
export function planFormFile(context: Context, actor: Actor, params: Which & { formKey: string }): Promise<FileAnswer> {
  const { version } = versionSeen(context, actor, params);
  const form = version.version.forms.find(({ key }) => key === params.formKey);
  if (!form) throw missing('contingency.noSuchForm');
  return proven(context, form.file);
}

/**
 * A version as a PDF: the one that was stored when it came into force, else one made now. 1 resource unit. Throws
 * AppError as `planFormFile`, and forbidden `contingency.mayNotPrint` to whoever reads it without the numbers in it.
 */
export async function planDocument(context: Context, actor: Actor, params: Which): Promise<FileAnswer> {
  const { now, version } = versionSeen(context, actor, params);
  if (!isToldPhones(context, actor, now)) throw forbidden('contingency.mayNotPrint');
  if (version.version.document) return proven(context, version.version.document);
  const fileName = safeFileName(documentName(version.version), 'pdf');
  return { fileName, bytes: await planPdf(context, now, version, actor.language) };
}

async function proven(context: Context, file: ProvenFile): Promise<FileAnswer> {
  try {
    return await frozenDownload(context, file);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'files.changed') throw conflict('contingency.fileChanged');
    throw thrown;
  }
}
