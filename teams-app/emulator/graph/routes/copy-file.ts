import { siteHost } from '../../municipality.ts';
import { badArgument, GraphFault } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import type { Call } from '../http/route.ts';
import { checkPlace, fileOf, folderNamed } from './drive-parts.ts';
import { isRecord } from './site-parts.ts';

/** A look at a copy works this long (seconds). */
const monitorLife = 3_600;

/**
 * Starts a copy: 202 and the address of a monitor on the site's own host, which needs no token. The desk has finished
 * the copy when it answers; only the monitor tells the result.
 */
export function copyFile(call: Call): Answer {
  const file = fileOf(call);
  if (!isRecord(call.body)) throw badArgument();
  const { name = file.name, parentReference } = call.body;
  if (typeof name !== 'string') throw badArgument();
  const { files, signer } = call.world.sites;
  const asked = isRecord(parentReference) ? parentReference : { id: file.parent === '' ? 'root' : file.parent };
  const library = typeof asked.driveId === 'string' ? (files.drive(asked.driveId) ?? file.list) : file.list;
  const place = { list: library, parent: folderNamed(call, library, asked), name };
  const conflict = call.query.option('@microsoft.graph.conflictbehavior');
  const behaviour = conflict === 'replace' || conflict === 'rename' ? conflict : 'fail';
  checkPlace(call, place, undefined);
  const outcome = attempt(() => files.copy(file, place, call.caller.clientId, behaviour).id);
  const monitor = signer.sign({ monitor: outcome }, monitorLife);
  return { status: 202, headers: { Location: `https://${siteHost}/_files/monitor?tempauth=${monitor}` } };
}

function attempt(copy: () => string): Record<string, unknown> {
  const done = { '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#oneDrive.asyncJobStatus' };
  try {
    return { ...done, percentageComplete: 100, resourceId: copy(), status: 'completed' };
  } catch (thrown) {
    if (!(thrown instanceof GraphFault)) throw thrown;
    return { ...done, percentageComplete: 0, status: 'failed', error: { code: thrown.code, message: thrown.message } };
  }
}
