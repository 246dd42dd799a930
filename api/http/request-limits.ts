import { perMinute, TooMany, type PersonId } from '../kernel/index.ts';
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

/**
 * Counts each request of a person, and throws `TooMany` with the seconds to wait when there are too many of them in a
 * minute: what one person's browser or script does must not use up what all share.
 */
export function requestLimits(
  limits: RequestLimits,
): (personId: PersonId, route: { name: EndpointName; endpoint: Endpoint }) => Promise<void> {
  const whole = perMinute(limits.whole);
  const ofRoute = {
    reading: perMinute(limits.reading),
    changing: perMinute(limits.changing),
    files: perMinute(limits.files),
  };
  return async (personId, { name, endpoint }) => {
    refuseFor(await whole(personId));
    refuseFor(await ofRoute[sortOf(name, endpoint)](`${personId} ${name}`));
  };
}

function sortOf(name: EndpointName, { file, upload, bodyBytes }: Endpoint): Exclude<keyof RequestLimits, 'whole'> {
  if (file !== undefined || upload === true || bodyBytes !== undefined) return 'files';
  return name.startsWith('GET ') ? 'reading' : 'changing';
}

function refuseFor(seconds: number | undefined): void {
  if (seconds !== undefined) throw new TooMany(seconds);
}
