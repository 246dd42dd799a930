import { safeFileName, storeFile } from '../files/index.ts';
import type { Context } from '../context.ts';
import type { Upload } from '../http/endpoint.ts';
import type { Actor } from '../kernel/index.ts';
import { centreRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { wordsOf } from '../word/index.ts';
import type { Procedure, ProcedureVersion } from './procedure-list.ts';
import { procedures, type ProcedureNow } from './procedures.ts';

/** A procedure's folder in the library, named for readers in SharePoint. */
function folderOf(context: Context, { key, centreId }: Procedure): string[] {
  const centre = centreRef(context, centreId)?.title;
  // The extension only serves for a name valid in SharePoint.
  return ['Procedurer', centre === undefined ? 'fælles' : safeFileName(centre, 'x').slice(0, -2), key];
}

/**
 * Adds a file to the draft, creating the next version if none (R16). The kind is detected from its bytes. The text of a
 * Word document is stored for search and comparison. 4 resource units and more for large files. Throws AppError:
 * missing, forbidden, conflict `procedures.isWaiting` `procedures.retired` `procedures.changedMeanwhile` when another
 * is added concurrently, invalid `files.kindNotAllowed`, unavailable.
 */
export async function putFile(
  context: Context,
  actor: Actor,
  procedureKey: string,
  upload: Upload,
): Promise<Stored<ProcedureVersion>> {
  const now = procedures.writable(context, actor, procedureKey);
  if (now.coming?.state === 'waiting') throw procedures.refusals.waiting();
  const file = await storeFile(context, folderOf(context, now.procedure), upload);
  const { text: fileText, notes: fileNotes } = await wordsOf(upload.bytes, file.type);
  return procedures.writeFields(
    context,
    actor,
    procedureKey,
    { file, fileText, fileNotes },
    requireSameFile(context, actor, now, file.name),
  );
}

/**
 * The file is unchanged since the upload began, or is the same writer's of that name, whose response was lost. Text
 * concurrently edited by others is unaffected.
 */
function requireSameFile(context: Context, actor: Actor, { versions }: ProcedureNow, name?: string) {
  const before = versions[0]?.version.file;
  return ({ file, changedBy, madeBy }: ProcedureVersion): void => {
    const isOwn = file?.name === name && (changedBy ?? madeBy) === actor.personId;
    if (!isOwn && (file?.id !== before?.id || file?.versionId !== before?.versionId))
      throw procedures.refusals.changedMeanwhile(context, changedBy ?? madeBy);
  };
}

/** Removes the draft's file; it stays in the library with its versions. 2 resource units. Throws as `putFile`. */
export async function removeFile(
  context: Context,
  actor: Actor,
  procedureKey: string,
): Promise<Stored<ProcedureVersion> | undefined> {
  const now = procedures.writable(context, actor, procedureKey);
  if (now.coming?.state === 'waiting') throw procedures.refusals.waiting();
  if (!now.versions[0]?.version.file) return undefined;
  return procedures.writeFields(
    context,
    actor,
    procedureKey,
    { file: undefined, fileText: '', fileNotes: undefined },
    requireSameFile(context, actor, now),
  );
}
