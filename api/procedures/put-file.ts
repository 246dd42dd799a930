import { safeFileName, storeFile } from '../files/index.ts';
import type { Context } from '../context.ts';
import type { Upload } from '../http/endpoint.ts';
import type { Actor } from '../kernel/index.ts';
import { centreRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { wordsOf } from '../word/index.ts';
import type { Procedure, ProcedureVersion } from './procedure-list.ts';
import { procedures, type ProcedureNow } from './procedures.ts';

/** The folder of a procedure in the library, readable for whoever opens SharePoint. */
function folderOf(context: Context, { key, centreId }: Procedure): string[] {
  const centre = centreRef(context, centreId)?.title;
  // The ending only serves to get a name that SharePoint takes.
  return ['Procedurer', centre === undefined ? 'fælles' : safeFileName(centre, 'x').slice(0, -2), key];
}

/**
 * Puts a file on the draft, beginning the next version where there is none (R16). What it is comes from its bytes. The
 * words of a Word document are kept for search and for showing what has changed. 4 resource units and more for large
 * files. Throws AppError: missing, forbidden, conflict `procedures.isWaiting` `procedures.retired`
 * `procedures.changedMeanwhile` when somebody else puts another one at the same time, invalid
 * `files.kindNotAllowed`, unavailable.
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
 * The file is still the one that was there when the new one was handed over, or is the same writer's of that name, whose
 * answer was lost. The text that somebody writes meanwhile is not touched.
 */
function requireSameFile(context: Context, actor: Actor, { versions }: ProcedureNow, name?: string) {
  const before = versions[0]?.version.file;
  return ({ file, changedBy, madeBy }: ProcedureVersion): void => {
    const isOwn = file?.name === name && (changedBy ?? madeBy) === actor.personId;
    if (!isOwn && (file?.id !== before?.id || file?.versionId !== before?.versionId))
      throw procedures.refusals.changedMeanwhile(context, changedBy ?? madeBy);
  };
}

/** Takes the file off the draft; it stays in the library with its versions. 2 resource units. Throws as `putFile`. */
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
