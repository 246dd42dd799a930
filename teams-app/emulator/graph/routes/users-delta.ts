import { directoryRequest, GraphFault } from '../errors.ts';
import { comparisonsOf, parseFilter } from '../http/filter.ts';
import type { Answer } from '../http/http.ts';
import { decodeToken, encodeToken, graphRoot, tokenLink } from '../http/links.ts';
import type { Call, Route } from '../http/route.ts';
import type { DirectoryUser, UserChange } from '../store/directory-types.ts';
import { standardUser, userProperty } from '../views/user-view.ts';
import { chosenProperties, readUsers } from './users.ts';

interface Position {
  select: string[];
  /** Ids followed; empty for all. */
  ids: string[];
  /** Everything up to here has been given. */
  sequence: number;
  /** Position inside a round: the round's changes after this number are pending. */
  within: number;
  /** Change number at the round's start. */
  target: number;
  /** The first round returns people, later ones changes. */
  first: boolean;
  /** Real time in milliseconds. */
  issued: number;
}

const tokenLife = 7 * 24 * 3600 * 1000;
const pageSize = { standard: 200, largest: 999 };
const mostIds = 50;

const resync = (select: readonly string[]) =>
  new GraphFault(410, 'syncStateNotFound', 'The sync state generation is not found. Please start a new sync.', {
    headers: { Location: `${graphRoot}/users/delta?$select=${select.join(',')}` },
  });

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function fromToken(call: Call, token: string): Position {
  const { faults } = call.world;
  const { sequence, within, target, issued, first, ...given } = decodeToken(token) ?? {};
  const sound = [sequence, within, target, issued].every((one) => typeof one === 'number');
  const select = strings(given.select);
  if (!sound || Date.now() - Number(issued) > tokenLife || faults.strikes(faults.graph.delta410, 'delta410')) {
    throw resync(select.length > 0 ? select : standardUser);
  }
  return {
    select,
    ids: strings(given.ids),
    first: first === true,
    sequence: Number(sequence),
    within: Number(within),
    target: Number(target),
    issued: Number(issued),
  };
}

function followed(call: Call): string[] {
  const text = call.query.option('filter');
  if (text === undefined) return [];
  const comparisons = comparisonsOf(parseFilter(text));
  if (
    comparisons.length > mostIds ||
    comparisons.some(({ property, operator }) => property !== 'id' || operator !== 'eq')
  ) {
    throw directoryRequest('Unsupported or invalid query filter clause specified.', 'Request_UnsupportedQuery');
  }
  return comparisons.map(({ value }) => String(value));
}

function start(call: Call): Position {
  for (const name of ['top', 'orderby', 'expand', 'skip', 'search', 'count']) {
    if (call.query.option(name) !== undefined) {
      throw directoryRequest(`'$${name}' is not supported by the service.`, 'Request_UnsupportedQuery');
    }
  }
  const now = call.world.directory.sequence();
  const select = chosenProperties(call) ?? [...standardUser];
  return { select, ids: followed(call), sequence: 0, within: 0, target: now, first: true, issued: Date.now() };
}

function managerDelta(user: DirectoryUser, change: UserChange, first: boolean): unknown {
  if (user.managerId) return [{ '@odata.type': '#microsoft.graph.user', id: user.managerId }];
  if (first || change.formerManagerId === undefined) return undefined;
  return [{ '@odata.type': '#microsoft.graph.user', id: change.formerManagerId, '@removed': { reason: 'deleted' } }];
}

/** Sources of Graph's derived properties. */
const source = (name: string) => (name === 'assignedPlans' || name === 'assignedLicenses' ? 'teamsLicence' : name);
const changedAt = (change: UserChange, name: string) =>
  change.changed[name === 'manager' ? 'managerId' : source(name)] ?? 0;

function entry(call: Call, change: UserChange, position: Position): Record<string, unknown> | undefined {
  if (change.removed) return position.first ? undefined : { id: change.id, '@removed': { reason: change.removed } };
  const user = call.world.directory.user(change.id);
  if (!user) return undefined;
  const touched = position.select.filter((name) => changedAt(change, name) > position.sequence);
  if (!position.first && touched.length === 0) return undefined;
  const minimal = !position.first && String(call.headers.prefer ?? '').includes('return=minimal');
  const shown = (minimal ? touched : position.select).filter((name) => name !== 'manager' && name !== 'id');
  const manager =
    (minimal ? touched : position.select).includes('manager') && managerDelta(user, change, position.first);
  // Unset properties are absent; cleared ones are null.
  const values = shown.flatMap((name) => {
    const value = userProperty(user, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(values), id: user.id, ...(manager ? { 'manager@delta': manager } : {}) };
}

function sizeOf(call: Call): number {
  const asked = /odata\.maxpagesize=(\d+)/.exec(String(call.headers.prefer ?? ''))?.[1];
  return Math.min(Math.max(1, Number(asked ?? pageSize.standard)), pageSize.largest);
}

function usersDelta(call: Call): Answer {
  const context = `${graphRoot}/$metadata#users`;
  const link = (name: string, position: Position) =>
    tokenLink(call.path, name, encodeToken({ ...position, issued: Date.now() }));
  const deltaToken = call.query.option('deltatoken');
  if (deltaToken === 'latest') {
    const now = start(call);
    const done = { ...now, sequence: now.target, within: now.target, first: false };
    return {
      status: 200,
      body: { '@odata.context': context, '@odata.deltaLink': link('$deltatoken', done), value: [] },
    };
  }
  const { directory, faults } = call.world;
  const skip = call.query.option('skiptoken');
  const known = deltaToken ?? skip;
  const held = known === undefined ? start(call) : fromToken(call, known);
  const position = deltaToken === undefined ? held : { ...held, within: held.sequence, target: directory.sequence() };
  const size = sizeOf(call);
  const pending = directory
    .changesSince(position.within)
    .filter((one) => position.ids.length === 0 || position.ids.includes(one.id));
  const value: Record<string, unknown>[] = [];
  let within = position.within;
  for (const change of pending) {
    if (value.length >= size) {
      const more = { ...position, within };
      return { status: 200, body: { '@odata.context': context, '@odata.nextLink': link('$skiptoken', more), value } };
    }
    const shown = entry(call, change, position);
    if (shown) value.push(shown);
    within = change.sequence;
  }
  // A change during the round may have moved a person past it: the next round begins where this one did.
  const done = { ...position, sequence: position.target, within: position.target, first: false };
  const last = value.at(-1);
  const replay = faults.graph.duplicateDelta && last ? [last] : [];
  return {
    status: 200,
    body: { '@odata.context': context, '@odata.deltaLink': link('$deltatoken', done), value: [...value, ...replay] },
  };
}

export const userDeltaRoutes: readonly Route[] = [
  { area: 'directory', roles: readUsers, method: 'GET', path: '/users/delta', cost: 1, run: usersDelta },
];
