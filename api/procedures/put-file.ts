import { safeFileName, storeFile } from '../files/index.ts';
import type { Context } from '../context.ts';
import type { Upload } from '../http/endpoint.ts';
import { conflict, type Actor } from '../kernel/index.ts';
import { centreRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { Procedure, ProcedureVersion } from './procedure-list.ts';
import { writable, writeDraft } from './save-draft.ts';
import { wordsOf } from './words-of.ts';

/** The folder of a procedure in the library, readable for whoever opens SharePoint. */
function folderOf(context: Context, { key, centreId }: Procedure): string[] {
  const centre = centreRef(context, centreId)?.title;
  // The ending only serves to get a name that SharePoint takes.
  return ['Procedurer', centre === undefined ? 'fælles' : safeFileName(centre, 'x').slice(0, -2), key];
}

/**
 * Puts a file on the draft, beginning the next version where there is none (R16). What it is comes from its bytes. The
 * words of a Word document are kept for search and for showing what has changed. 4 resource units and more for large
 * files. Throws AppError: missing, forbidden, conflict `procedures.isWaiting` `procedures.retired`, invalid
 * `files.kindNotAllowed`, unavailable.
 */
export async function putFile(
  context: Context,
  actor: Actor,
  procedureKey: string,
  upload: Upload,
): Promise<Stored<ProcedureVersion>> {
  const now = writable(context, actor, procedureKey);
  if (now.coming?.state === 'waiting') throw conflict('procedures.isWaiting');
  const file = await storeFile(context, folderOf(context, now.procedure), upload);
  const fileText = await wordsOf(upload.bytes, file.type);
  return writeDraft(context, actor, now, { file, fileText });
}

/** Takes the file off the draft; it stays in the library with its versions. 2 resource units. Throws as `putFile`. */
export async function removeFile(
  context: Context,
  actor: Actor,
  procedureKey: string,
): Promise<Stored<ProcedureVersion> | undefined> {
  const now = writable(context, actor, procedureKey);
  if (now.coming?.state === 'waiting') throw conflict('procedures.isWaiting');
  if (!now.versions[0]?.version.file) return undefined;
  return writeDraft(context, actor, now, { file: undefined, fileText: '' });
}
