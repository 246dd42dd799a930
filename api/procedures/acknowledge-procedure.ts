import { giveOnce, type Acknowledgement } from '../acknowledgements/index.ts';
import { contentHashOf, isInForce } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, missing, type Actor } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { isFor } from './audience.ts';
import { contentOf } from './content.ts';
import { findVersion, type ProcedureNow, type VersionNow } from './procedures.ts';

export interface AcknowledgedProcedure {
  result: 'acknowledged' | 'alreadyAcknowledged';
  receipt: Stored<Acknowledgement>;
  now: ProcedureNow;
  version: VersionNow;
}

/**
 * Acknowledges the version. A repeat returns the first receipt, also after the version is superseded. 2 resource units
 * the first time. Throws AppError: missing `procedures.noSuchVersion` (a draft's too, and another procedure's),
 * conflict `procedures.superseded` `procedures.retired`, forbidden `procedures.notForYou`, unavailable.
 */
export async function acknowledgeProcedure(
  context: Context,
  actor: Actor,
  input: { procedureKey?: string; versionKey: string; channel: 'card' | 'tab' },
): Promise<AcknowledgedProcedure> {
  const found = findVersion(context, input.versionKey);
  if (!found) throw missing('procedures.noSuchVersion');
  const { procedureKey = found.now.procedure.key } = input;
  if (found.now.procedure.key !== procedureKey) throw missing('procedures.noSuchVersion');
  const { now, version } = found;
  const { receipt, isRepeat } = await giveOnce(context, actor, version.version.key, () => {
    requireAsked(context, actor, now, version);
    const contentHash = contentHashOf(contentOf(context, now.procedure, version.version));
    return { channel: input.channel, contentHash };
  });
  return { result: isRepeat ? 'alreadyAcknowledged' : 'acknowledged', receipt, now, version };
}

function requireAsked(context: Context, actor: Actor, { procedure }: ProcedureNow, { state, version }: VersionNow) {
  if (state === 'superseded') throw conflict('procedures.superseded');
  const isMine = isFor(procedure, version, findPerson(context, actor.personId));
  if (state === 'retired' && isMine) throw conflict('procedures.retired');
  if (!isInForce(state)) throw missing('procedures.noSuchVersion');
  if (!version.mustAcknowledge || !isMine) throw forbidden('procedures.notForYou');
}
