import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooMany, type PersonId } from '../kernel/index.ts';
import type { Endpoint, EndpointName } from './endpoint.ts';

/** Requests that one person may make in a minute: of all routes together, and of one route by what it does. */
export interface RequestLimits {
  whole: number;
  reading: number;
  changing: number;
  /** Routes that take or give a file. */
  files: number;
}

/** Several times what somebody who works fast in the tab makes. */
export const usualLimits: RequestLimits = { whole: 900, reading: 300, changing: 120, files: 60 };

const minute = 60;

/**
 * Counts each request of a person, and throws `TooMany` with the seconds to wait when there are too many of them in a
 * minute: what one person's browser or script does must not use up what all share.
 */
export function requestLimits(
  limits: RequestLimits,
): (personId: PersonId, route: { name: EndpointName; endpoint: Endpoint }) => Promise<void> {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: minute });
  const whole = limiter(limits.whole);
  const ofRoute = {
    reading: limiter(limits.reading),
    changing: limiter(limits.changing),
    files: limiter(limits.files),
  };
  return async (personId, { name, endpoint }) => {
    await taken(whole, personId);
    await taken(ofRoute[sortOf(name, endpoint)], `${personId} ${name}`);
  };
}

function sortOf(name: EndpointName, { file, upload, bodyBytes }: Endpoint): Exclude<keyof RequestLimits, 'whole'> {
  if (file !== undefined || upload === true || bodyBytes !== undefined) return 'files';
  return name.startsWith('GET ') ? 'reading' : 'changing';
}

async function taken(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) throw new TooMany(Math.ceil(thrown.msBeforeNext / 1_000));
    throw thrown;
  }
}
