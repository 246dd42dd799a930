import type { Context } from '../context.ts';
import { frozenDownload, storeFile } from '../files/index.ts';
import type { FileAnswer } from '../http/route.ts';
import { digest, forbidden, missing, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { attachMinutes, minutesAttached } from './attach-minutes.ts';
import { mayRecordDecisions } from './permissions.ts';
import type { ApprovalRequest, FrozenFile } from './request-list.ts';
import { requestFor } from './views/approval-view.ts';

const folder = 'Godkendelser';

/**
 * Stores a meeting's minutes and adds them to its decision (R10). The same file again is a success. 4 resource units,
 * more for over 4 MB. Throws AppError: missing, forbidden `approvals.mayNotRecord`, invalid `files.kindNotAllowed`,
 * conflict `approvals.minutesAttached`, unavailable.
 */
export async function uploadMinutes(
  context: Context,
  actor: Actor,
  { requestKey, stage, upload }: { requestKey: string; stage: number; upload: FileAnswer },
): Promise<Stored<ApprovalRequest>> {
  const request = requestFor(context, actor, requestKey);
  requireRecorder(context, actor);
  const decision = request.stages[stage - 1]?.decision;
  if (!decision) throw missing('approvals.noSuchRequest');
  if (decision.minutes?.hash === digest(upload.bytes)) return request;
  if (decision.minutes) throw minutesAttached(context, decision);
  const minutes = await storeFile(context, [folder, request.key, String(stage)], upload);
  return attachMinutes(context, actor, { requestKey, stage, minutes });
}

/** Throws AppError forbidden `approvals.mayNotRecord`. */
export function requireRecorder(context: Context, actor: Actor): void {
  if (!mayRecordDecisions(context, actor)) throw forbidden('approvals.mayNotRecord');
}

/** The attached minutes, unchanged. Throws AppError: missing, forbidden, conflict `files.changed`. */
export function downloadMinutes(
  context: Context,
  actor: Actor,
  { requestKey, stage }: { requestKey: string; stage: number },
): Promise<FileAnswer> {
  const request = requestFor(context, actor, requestKey);
  return fileOrMissing(context, request.stages[stage - 1]?.decision?.minutes);
}

/** The submitted file, unchanged. Throws AppError: missing, forbidden, conflict `files.changed`. */
export const downloadFrozen = (context: Context, actor: Actor, requestKey: string): Promise<FileAnswer> =>
  fileOrMissing(context, requestFor(context, actor, requestKey).file);

async function fileOrMissing(context: Context, file: FrozenFile | undefined): Promise<FileAnswer> {
  if (!file) throw missing('approvals.noFile');
  return frozenDownload(context, file);
}
