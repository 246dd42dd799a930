import type { Route } from './http/route.ts';

/** SharePoint's licence bands: resource units a minute and a day per app, five minutes per tenant. */
const bands = [
  { upTo: 1000, minute: 1250, day: 1_200_000, tenant: 18_750 },
  { upTo: 5000, minute: 2500, day: 2_400_000, tenant: 37_500 },
  { upTo: 15_000, minute: 3750, day: 3_600_000, tenant: 56_250 },
  { upTo: 50_000, minute: 5000, day: 4_800_000, tenant: 75_000 },
  { upTo: Number.POSITIVE_INFINITY, minute: 6250, day: 6_000_000, tenant: 93_750 },
] as const;

/** Directory units in ten seconds, by tenant size. */
const directoryLimit = (people: number): number => {
  if (people < 50) return 3500;
  return people <= 500 ? 5000 : 8000;
};
/** Directory writes in 150 s, and app installation requests a second. */
const directoryWrites = 3000;
const teamsPerSecond = 30;

interface Window {
  start: number;
  used: number;
}
export interface Verdict {
  /** Seconds to wait, if refused. */
  retryAfter?: number;
  /** Body code of a refusal. */
  code?: 'activityLimitReached' | 'TooManyRequests';
  headers: Record<string, string>;
}
export interface Charge {
  area: Route['area'];
  app: string;
  cost: number;
  write: boolean;
  licences: number;
  people: number;
}
export interface Throttle {
  /** Charges a request, even if refused, and returns the verdict. Licences 0: never refuses. */
  charge(charge: Charge): Verdict;
}

/** Windows of real time, in memory. */
export function createThrottle(now: () => number = Date.now): Throttle {
  const windows = new Map<string, Window>();
  const use = (name: string, seconds: number, cost: number) => {
    const length = seconds * 1000;
    const known = windows.get(name);
    const window = known && now() - known.start < length ? known : { start: now(), used: 0 };
    windows.set(name, window);
    window.used += cost;
    return { used: window.used, left: Math.max(1, Math.ceil((window.start + length - now()) / 1000)) };
  };

  function sharepoint({ app, cost, licences }: Charge): Verdict {
    const band = bands.find((one) => licences <= one.upTo) ?? bands[4];
    const minute = use(`minute ${app}`, 60, cost);
    const others = [
      { ...use(`day ${app}`, 86_400, cost), limit: band.day },
      { ...use('tenant', 300, cost), limit: band.tenant },
    ];
    const other = others.find((one) => one.used > one.limit);
    // Rate headers cover the minute only, and are omitted when another limit refuses.
    if (other) return { retryAfter: other.left, code: 'activityLimitReached', headers: {} };
    if (minute.used < band.minute * 0.8) return { headers: {} };
    const headers = {
      'RateLimit-Limit': String(band.minute),
      'RateLimit-Remaining': String(Math.max(0, band.minute - minute.used)),
      'RateLimit-Reset': String(minute.left),
    };
    return minute.used > band.minute ? { retryAfter: minute.left, code: 'activityLimitReached', headers } : { headers };
  }

  function directory({ app, cost, people, write, licences }: Charge): Verdict {
    const unit = { 'x-ms-resource-unit': String(cost) };
    if (licences === 0) return { headers: unit };
    const limit = directoryLimit(people);
    const reads = use(`directory ${app}`, 10, cost);
    const writes = write ? use(`directory writes ${app}`, 150, 1) : { used: 0, left: 1 };
    const share = Math.max(reads.used / limit, writes.used / directoryWrites);
    const headers = share > 0.8 ? { ...unit, 'x-ms-throttle-limit-percentage': share.toFixed(2) } : unit;
    if (share <= 1) return { headers };
    const reason = {
      'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${app}`,
      'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
    };
    const left = writes.used > directoryWrites ? writes.left : reads.left;
    return { retryAfter: left, code: 'TooManyRequests', headers: { ...headers, ...reason } };
  }

  return {
    charge(charge) {
      if (charge.area === 'directory') return directory(charge);
      if (charge.licences === 0) return { headers: {} };
      if (charge.area === 'sharepoint') return sharepoint(charge);
      const { used, left } = use(`teams ${charge.app}`, 1, 1);
      return used > teamsPerSecond ? { retryAfter: left, code: 'TooManyRequests', headers: {} } : { headers: {} };
    },
  };
}
