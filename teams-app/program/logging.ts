import { pino } from 'pino';
import type { Log } from '../../api/context.ts';
import { traceId } from '../../api/kernel/index.ts';
import type { Config } from '../config/index.ts';

/** One JSON line per event, on standard error. Ids and codes only: never names or free text. */
export const createLog = (level: Config['logLevel']): Log =>
  pino({ level, base: null, mixin: ofTrace }, pino.destination(2));

/** The request or run that a line belongs to. */
const ofTrace = (): { traceId?: string } => {
  const id = traceId();
  return id === undefined ? {} : { traceId: id };
};
