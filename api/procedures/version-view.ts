import type { Context } from '../context.ts';
import { fileView, versionFacts, versionFile } from '../documents/index.ts';
import type { FileAnswer } from '../http/route.ts';
import { missing, type Actor } from '../kernel/index.ts';
import { areaOf } from './areas.ts';
import type { ProcedureVersionView } from './contract.ts';
import { procedureFreshness } from './procedures-seen.ts';
import { procedures, type VersionNow } from './procedures.ts';
import { guidelineLink } from './rows.ts';
import { seenOrThrow, versionSeen } from './visible.ts';

/** A version for reading. Its approval is for its writers or those who see everything. */
export function versionViewOf(
  context: Context,
  actor: Actor,
  now: VersionNow,
  withApproval: boolean,
): ProcedureVersionView {
  const { version } = now;
  const { control, jobTitles, mustAcknowledge, needsLocal, body, file, fileText, fileNotes } = version;
  const guideline = guidelineLink(context, version);
  return {
    ...versionFacts(context, now, withApproval),
    jobTitles,
    mustAcknowledge,
    needsLocal,
    area: areaOf(context, actor.language, version),
    ...(guideline ? { guideline } : {}),
    ...(control === undefined ? {} : { control }),
    text: body,
    ...(file ? { file: fileView(file) } : {}),
    ...(fileText === '' ? {} : { fileText }),
    ...(fileNotes?.length ? { fileNotes } : {}),
  };
}

type Which = { procedureKey: string; versionKey: string };

/** One version of a procedure, with read permission. Throws AppError `missing`. */
export function versionFor(context: Context, actor: Actor, params: Which) {
  const seen = seenOrThrow(context, actor, params.procedureKey);
  const version = versionSeen(seen, params.versionKey);
  const decides = version.version.key === seen.coming?.version.key;
  return {
    ...versionViewOf(context, actor, version, seen.everything || decides),
    freshness: procedureFreshness(context),
  };
}

/** The file of a version. Throws AppError: missing `procedures.noFile`, and as `versionFor` and `versionFile`. */
export async function procedureFile(context: Context, actor: Actor, params: Which): Promise<FileAnswer> {
  const { version } = versionSeen(seenOrThrow(context, actor, params.procedureKey), params.versionKey);
  if (!version.file) throw missing('procedures.noFile');
  return versionFile(context, version.file, procedures.refusals);
}
