import { pino, type DestinationStream } from 'pino';
import { actUnderWay } from '../../api/audit/index.ts';
import type { Log } from '../../api/context.ts';
import { newId, traceId } from '../../api/kernel/index.ts';
import type { Config } from '../config/index.ts';
import { logKinds } from '../telemetry/log-kinds.ts';

/**
 * One JSON line per event, on standard error: `kind` (docs/monitoring.md), level, time, instance, and the request or
 * run with its act. Ids and codes only: never names or free text.
 */
export function createLog(level: Config['logLevel'], destination: DestinationStream = pino.destination(2)): Log {
  const log = pino({ level, base: { instance: newId().slice(-8) }, mixin: ofWork }, destination);
  return {
    info: (fields, message) => log.info({ ...fields, kind: kindOf(message) }, message),
    warn: (fields, message) => log.warn({ ...fields, kind: kindOf(message) }, message),
    error: (fields, message) => log.error({ ...fields, kind: kindOf(message) }, message),
  };
}

const kindOf = (message: string): string => logKinds.get(message)?.kind ?? 'other';

/** The request or run that a line belongs to, and its route, button or job. */
function ofWork(): { traceId?: string; act?: string } {
  const [id, act] = [traceId(), actUnderWay()];
  return { ...(id === undefined ? {} : { traceId: id }), ...(act === undefined ? {} : { act }) };
}
