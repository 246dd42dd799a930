import type { Log } from '../../api/context.ts';
import { noMeter, nowOf, type Clock, type Meter } from '../../api/kernel/index.ts';
import type { ProblemLook } from '../../api/operations/index.ts';

/** Distinct problems (code or place) remembered; the least recent is dropped. */
const most = 50;
/** Context of a log line; our own parts, never people. */
const places = ['job', 'route', 'list', 'verb', 'follower', 'campaign', 'block'] as const;

export interface RememberingLog extends Log {
  problems(): readonly ProblemLook[];
  /** The program ends and turns its own calls away: that Microsoft 365 is away is no warning any more. */
  ending(): void;
}

/** A log that remembers the latest warnings and errors, for the operators' page. In memory. */
export function rememberingLog(log: Log, clock: Clock, meter: Meter = noMeter): RememberingLog {
  let isEnding = false;
  /** Oldest first. */
  const kept = new Map<string, ProblemLook>();
  const remember = (level: ProblemLook['level'], fields: Readonly<Record<string, unknown>>, message: string) => {
    const code = typeof fields['code'] === 'string' ? fields['code'] : 'unexpected';
    meter.logged(level, code);
    const where = whereOf(fields);
    const key = [level, code, where?.part, where?.name, message].join(' ');
    const before = kept.get(key);
    const at = nowOf(clock);
    kept.delete(key);
    kept.set(key, { level, code, message, where, at, firstAt: before?.firstAt ?? at, times: (before?.times ?? 0) + 1 });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  };
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => {
      if (isEnding && fields['code'] === 'sharepoint.away') return log.info(fields, message);
      remember('warning', fields, message);
      log.warn(fields, message);
    },
    error: (fields, message) => {
      remember('error', fields, message);
      log.error(fields, message);
    },
    problems: () => [...kept.values()].reverse(),
    ending: () => {
      isEnding = true;
    },
  };
}

function whereOf(fields: Readonly<Record<string, unknown>>): ProblemLook['where'] {
  for (const part of places) {
    const name = fields[part];
    if (typeof name === 'string') return { part, name };
  }
  return undefined;
}
