import { frozenDownload } from '../files/index.ts';
import type { Context } from '../context.ts';
import type { FileAnswer } from '../http/route.ts';
import { AppError, conflict, missing, type Actor } from '../kernel/index.ts';
import { seenOrThrow, versionSeen } from './visible.ts';

/**
 * The file of a version, byte for byte as it was put there, whatever has been done to it in SharePoint since. 1 resource
 * unit. Throws AppError: missing `procedures.noSuchVersion` `procedures.noFile`, conflict `procedures.fileChanged` when
 * the bytes do not fit the hash, unavailable.
 */
export async function versionFile(
  context: Context,
  actor: Actor,
  params: { procedureKey: string; versionKey: string },
): Promise<FileAnswer> {
  const { version } = versionSeen(seenOrThrow(context, actor, params.procedureKey), params.versionKey);
  if (!version.file) throw missing('procedures.noFile');
  try {
    return await frozenDownload(context, version.file);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'files.changed') throw conflict('procedures.fileChanged');
    throw thrown;
  }
}
