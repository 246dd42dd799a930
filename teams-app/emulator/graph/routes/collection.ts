import { badRequest, directoryRequest, GraphFault } from '../errors.ts';
import { comparisonsOf, FilterSyntax, parseFilter, passes } from '../http/filter.ts';
import type { Answer } from '../http/http.ts';
import { decodeToken, encodeToken, graphRoot, nextLink } from '../http/links.ts';
import type { Call } from '../http/route.ts';

export interface CollectionRules<T> {
  /** Tail of the context, e.g. `users`. */
  context: string;
  pageSize: { standard: number; largest: number };
  /** Filterable properties, with accessors. */
  filterable: Readonly<Record<string, (one: T) => unknown>>;
  /** Text searched by `$search`; absent: no search. */
  searchable?: (one: T) => string;
}

const eventual = (call: Call) => String(call.headers.consistencylevel ?? '').toLowerCase() === 'eventual';
const unsupported = (message: string) => directoryRequest(message, 'Request_UnsupportedQuery');

function filtered<T>(call: Call, all: readonly T[], rules: CollectionRules<T>): readonly T[] {
  const text = call.query.option('filter');
  if (text === undefined) return all;
  try {
    const filter = parseFilter(text);
    for (const { property } of comparisonsOf(filter)) {
      if (!rules.filterable[property])
        throw unsupported(`Unsupported or invalid query filter clause specified for property '${property}'.`);
    }
    return all.filter((one) => passes(filter, (property) => rules.filterable[property]?.(one)));
  } catch (error) {
    throw error instanceof FilterSyntax ? badRequest('Invalid filter clause') : error;
  }
}

function searched<T>(call: Call, all: readonly T[], rules: CollectionRules<T>): readonly T[] {
  const text = call.query.option('search');
  if (text === undefined) return all;
  const { searchable } = rules;
  if (!eventual(call) || !searchable)
    throw unsupported(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  const wanted = /"(?:\w+:)?([^"]*)"/.exec(text)?.[1]?.toLowerCase();
  if (wanted === undefined) throw badRequest('Syntax error in $search.');
  return all.filter((one) => searchable(one).toLowerCase().includes(wanted));
}

/** A page of a directory collection: size rules, opaque cursor, `$count` with ConsistencyLevel. */
export function collection<T>(
  call: Call,
  all: readonly T[],
  rules: CollectionRules<T>,
  view: (one: T) => Record<string, unknown>,
): Answer {
  if (call.query.option('skip') !== undefined) throw directoryRequest("'$skip' is not supported by the service.");
  const counted = call.query.option('count') === 'true';
  const found = searched(call, filtered(call, all, rules), rules);
  const size = call.query.top() ?? rules.pageSize.standard;
  if (size > rules.pageSize.largest) {
    throw directoryRequest(
      `Invalid page size specified: '${size}'. Must be between 1 and ${rules.pageSize.largest} inclusive.`,
    );
  }
  const token = call.query.option('skiptoken');
  const start = token === undefined ? 0 : decodeToken(token)?.start;
  if (typeof start !== 'number')
    throw new GraphFault(400, 'Directory_ExpiredPageToken', 'The specified page token value has expired.');
  const more = found.length > start + size;
  const body = {
    '@odata.context': `${graphRoot}/$metadata#${rules.context}`,
    ...(counted && eventual(call) ? { '@odata.count': found.length } : {}),
    ...(more
      ? { '@odata.nextLink': nextLink(call.path, call.query.entries, encodeToken({ start: start + size })) }
      : {}),
    value: found.slice(start, start + size).map(view),
  };
  return { status: 200, body };
}

/** Resource units of a directory read: `$select` subtracts one, `$expand` adds one, a small `$top` subtracts one. */
export const directoryCost =
  (base: number) =>
  (call: Call): number => {
    const { query } = call;
    const top = Number(query.option('top') ?? Number.NaN);
    const changes = [query.option('select') ? -1 : 0, query.option('expand') ? 1 : 0, top < 20 ? -1 : 0];
    return Math.max(
      1,
      changes.reduce((sum, one) => sum + one, base),
    );
  };
