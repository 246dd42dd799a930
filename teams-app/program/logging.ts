import { pino } from 'pino';
import type { Log } from '../../api/context.ts';
import type { Config } from '../config/index.ts';

/** One JSON line per event, on standard error. Ids and codes only: never names or free text. */
export const createLog = (level: Config['logLevel']): Log => pino({ level, base: null }, pino.destination(2));
