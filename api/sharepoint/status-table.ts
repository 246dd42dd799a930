import type { ErrorKind } from '../kernel/index.ts';

/**
 * Whether a call that was answered so is made again: never · when it was turned away, after the time asked for · when
 * nothing tells whether it was done, if a second time does no harm (`once`: a single time).
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
 * Every status that Microsoft names for Graph ("Microsoft Graph error responses and resource types") and what it means
 * here. `unavailable` is only what passes by itself; what a person must mend is `unexpected` and has a code that says
 * what to do. 0: no answer at all.
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
  // Nearly always a wrong type for a column, now and then a hiccup: one more try tells.
  500: row('unavailable', 'failing', 'unknownOnce'),
  501: refused,
  502: away,
  503: turnedAway,
  504: away,
  507: row('unexpected', 'noRoom'),
  // The bandwidth of the app is used up for a while.
  509: turnedAway,
};

/** The statuses of the table, for tests. */
export const knownStatuses: readonly number[] = Object.keys(table).map(Number);

/** A status that nobody names counts as its family: 5xx as Graph being away, anything else as refused. */
export const statusClass = (status: number): StatusClass => table[status] ?? (status >= 500 ? away : refused);

/**
 * The class of an answer by what was asked too: a name that is taken, and a 403 on a write of content, where the app may
 * read what it may not write.
 */
export function classOf(method: string, path: string, status: number, graphCode: string): StatusClass {
  const found = statusClass(status);
  if (status === 409 && graphCode === 'nameAlreadyExists') return row('conflict', 'nameTaken');
  if (status === 403 && method !== 'GET' && writesContent.test(path)) return row('unexpected', 'mayNotWrite');
  return found;
}

/** Items and files; lists, columns and what lies outside SharePoint need other permissions. */
const writesContent = /^[^?]*(\/lists\/[^/?]+\/items|\/drives?\/)/i;
