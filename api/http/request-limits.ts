import { perMinute, TooMany, type PerMinute, type PersonId } from '../kernel/index.ts';
import type { Endpoint, EndpointName } from './endpoint.ts';

/** Requests of one person in a minute: for all routes together, and per route by its kind. */
export interface RequestLimits {
  whole: number;
  reading: number;
  changing: number;
  /** Uploads and downloads. */
  files: number;
}

/** Several times the rate of a fast user of the tab. */
export const usualLimits: RequestLimits = { whole: 900, reading: 300, changing: 120, files: 60 };

/**
 * Counts a person's requests; throws `TooMany` with the seconds to wait above the limit per minute: one person's
 * browser or script must not use up what all share.
 */
export function requestLimits(
  limits: RequestLimits,
  counted: PerMinute = perMinute,
): (personId: PersonId, route: { name: EndpointName; endpoint: Endpoint }) => Promise<void> {
  const whole = counted(limits.whole, 'requests');
  const ofRoute = {
    reading: counted(limits.reading, 'reading'),
    changing: counted(limits.changing, 'changing'),
    files: counted(limits.files, 'files'),
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
