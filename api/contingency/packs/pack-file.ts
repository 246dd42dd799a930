import type { Context } from '../../context.ts';
import { frozenDownload } from '../../files/index.ts';
import type { FileAnswer } from '../../http/route.ts';
import { AppError, conflict, type Actor } from '../../kernel/index.ts';
import { packOrThrow } from './packs.ts';
import { refuseUnseen } from './visible-packs.ts';

/**
 * A pack, byte for byte. 1 resource unit. Throws AppError: missing, forbidden, conflict `contingency.packChanged` after
 * a change of the file in SharePoint, unavailable.
 */
export async function packFile(
  context: Context,
  actor: Actor,
  packKey: string,
  kind: 'pdf' | 'html',
): Promise<FileAnswer> {
  const pack = packOrThrow(context, packKey);
  refuseUnseen(actor, pack.centreId);
  try {
    return await frozenDownload(context, pack[kind]);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'files.changed') throw conflict('contingency.packChanged');
    throw thrown;
  }
}
