import { approvalSummary } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import { areaOf } from './areas.ts';
import type { ProcedureVersionView } from './contract.ts';
import { procedureFreshness } from './procedures-seen.ts';
import type { VersionNow } from './procedures.ts';
import { guidelineLink } from './rows.ts';
import { seenOrThrow, versionSeen } from './visible.ts';

/** A version as it is read. How its approval went is for those who write it or see everything. */
export function versionViewOf(
  context: Context,
  actor: Actor,
  { version, state, requests, validFrom, reviewOn }: VersionNow,
  withApproval: boolean,
): ProcedureVersionView {
  const { key, number, title, control, jobTitles, mustAcknowledge, needsLocal, reviewMonths, summary, file } = version;
  const guideline = guidelineLink(context, version);
  const [latest] = requests;
  return {
    key,
    number,
    state,
    title,
    jobTitles,
    mustAcknowledge,
    needsLocal,
    reviewMonths,
    summary,
    area: areaOf(context, actor.language, version),
    ...(guideline ? { guideline } : {}),
    ...(control === undefined ? {} : { control }),
    text: version.body,
    ...(file ? { file: { name: file.name, size: file.size, type: file.type, hash: file.hash } } : {}),
    ...(version.fileText === '' ? {} : { fileText: version.fileText }),
    ...(version.fileNotes?.length ? { fileNotes: version.fileNotes } : {}),
    madeBy: personRef(context, version.changedBy ?? version.madeBy),
    changedAt: version.changedAt ?? version.madeAt,
    ...(withApproval && latest ? { approval: approvalSummary(context, latest) } : {}),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
  };
}

/** One version of a procedure, for whoever may read it. Throws AppError `missing`. */
export function versionFor(context: Context, actor: Actor, params: { procedureKey: string; versionKey: string }) {
  const seen = seenOrThrow(context, actor, params.procedureKey);
  const version = versionSeen(seen, params.versionKey);
  const decides = version.version.key === seen.coming?.version.key;
  return {
    ...versionViewOf(context, actor, version, seen.everything || decides),
    freshness: procedureFreshness(context),
  };
}
