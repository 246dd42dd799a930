import type { ErrorKind } from '../kernel/index.ts';

/**
 * When to retry a call: never · after throttling, once the wait has passed · when the outcome is unknown and a second
 * execution is harmless (`once`: a single time).
 */
export type Again = 'never' | 'turnedAway' | 'unknown' | 'unknownOnce';

export interface StatusClass {
  kind: ErrorKind;
  /** Without `sharepoint.`. */
  code: string;
  again: Again;
}

const row = (kind: ErrorKind, code: string, again: Again = 'never'): StatusClass => ({ kind, code, again });
const refused = row('unexpected', 'refused');
const away = row('unavailable', 'away', 'unknown');
const turnedAway = row('unavailable', 'away', 'turnedAway');

/**
 * Every status that Microsoft names for Graph ("Microsoft Graph error responses and resource types") and its meaning
 * here. `unavailable` passes by itself; what a person must fix is `unexpected`, with a code that says what to do. 0: no
 * answer.
 */
const table: Readonly<Record<number, StatusClass>> = {
  0: away,
  400: refused,
  401: row('unexpected', 'badToken'),
  403: row('unexpected', 'noAccess'),
  404: row('missing', 'itemGone'),
  405: refused,
  406: refused,
  408: away,
  409: row('conflict', 'changedMeanwhile'),
  410: row('conflict', 'resyncRequired'),
  411: refused,
  412: row('conflict', 'changedMeanwhile'),
  413: row('invalid', 'tooLarge'),
  415: refused,
  416: refused,
  422: refused,
  423: row('conflict', 'locked'),
  429: turnedAway,
  // Nearly always a wrong type for a column, sometimes transient: retried once.
  500: row('unavailable', 'failing', 'unknownOnce'),
  501: refused,
  502: away,
  503: turnedAway,
  504: away,
  507: row('unexpected', 'noRoom'),
  // The app's bandwidth limit is exceeded.
  509: turnedAway,
};

/** The statuses of the table, for tests. */
export const knownStatuses: readonly number[] = Object.keys(table).map(Number);

/** An unlisted status counts as its family: 5xx as Graph unavailable, others as refused. */
export const statusClass = (status: number): StatusClass => table[status] ?? (status >= 500 ? away : refused);

/**
 * The class of an answer, with the request considered: a taken name, and a 403 on a write of content, where the app has
 * read access only.
 */
export function classOf(method: string, path: string, status: number, graphCode: string): StatusClass {
  const found = statusClass(status);
  if (status === 409 && graphCode === 'nameAlreadyExists') return row('conflict', 'nameTaken');
  if (status === 423 && isOfSite(method, path, graphCode)) return row('unavailable', 'siteLocked');
  if (status === 403 && method !== 'GET' && writesContent.test(path))
    return row('unexpected', method === 'DELETE' ? 'mayNotDelete' : 'mayNotWrite');
  return found;
}

/** A lock of the whole site: a file that somebody else has can be read, and a list item cannot be locked. */
const isOfSite = (method: string, path: string, graphCode: string): boolean =>
  method === 'GET' || graphCode === 'notAllowed' || !/\/drives?\//i.test(path);

/** Items and files; lists, columns and other resources need other permissions. */
const writesContent = /^[^?]*(\/lists\/[^/?]+\/items|\/drives?\/)/i;
