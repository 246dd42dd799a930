import type { Redis } from 'ioredis';
import type { PerMinute } from '../../kernel/index.ts';
import { perMinuteShare } from '../rate-rules.ts';
import { takeUses } from './scripts.ts';
import { script } from './script.ts';

export interface SharedPerMinuteOptions {
  client: Redis;
  prefix: string;
  members: string;
  id: string;
  /** Whether instances agree; without, each counts alone. */
  isAgreed(): boolean;
  /** Milliseconds by the clock of Redis: all instances begin their minutes together. */
  now(): number;
}

const minuteMs = 60_000;
/** After a failed command nobody waits for another one (ms). */
const aloneFor = 5_000;

interface Uses {
  used: number;
  /** Uses that Redis has given. */
  given: number;
  /** No more in this minute. */
  isUp?: boolean;
  asked?: Promise<void>;
}

/**
 * Rate limits for the sum of all instances. Each has a share of every limit without asking, and takes further uses from
 * Redis in portions of that size, so that ordinary requests cost no command. Without Redis each instance has the limit
 * for itself.
 */
export function sharedPerMinute({ client, prefix, members, id, isAgreed, now }: SharedPerMinuteOptions): PerMinute {
  const take = script(client, takeUses);
  let aloneUntil = -Infinity;

  return (most, name) => {
    const share = Math.max(1, Math.floor(most * perMinuteShare));
    const uses = new Map<string, Uses>();
    let minute = 0;

    async function ask(key: string, of: Uses): Promise<void> {
      const limitKey = `${prefix}limit:${minute}:${name}:${key}`;
      try {
        const given = Number(await take([limitKey, members], id, of.used, share, most, 2 * minuteMs));
        of.isUp = given === 0;
        of.given = of.used + given;
      } catch {
        aloneUntil = performance.now() + aloneFor;
      } finally {
        delete of.asked;
      }
    }

    return async (key) => {
      const at = now();
      const current = Math.floor(at / minuteMs);
      if (current !== minute) uses.clear();
      minute = current;
      const of = uses.get(key) ?? { used: 0, given: share };
      uses.set(key, of);
      while (of.used >= of.given) {
        const isAlone = !isAgreed() || performance.now() < aloneUntil;
        if (isAlone && !of.isUp && of.used < most) break;
        if (isAlone || of.isUp) return Math.ceil((minuteMs - (at % minuteMs)) / 1_000);
        await (of.asked ??= ask(key, of));
      }
      of.used += 1;
      return undefined;
    };
  };
}
