import type { IncomingHttpHeaders } from 'node:http';
import type { World } from '../../world.ts';
import type { DirectoryRole } from '../../municipality.ts';
import type { Answer } from './http.ts';
import type { Query } from './query.ts';

export interface Caller {
  clientId: string;
  roles: readonly string[];
  /** The person the app acts for, with delegated permissions. */
  personId?: string;
  scopes: readonly string[];
  /** Template ids of the person's roles in Entra. */
  directoryRoles: readonly string[];
}

/** One request for a handler; batch parts have the same form. */
export interface Call {
  world: World;
  caller: Caller;
  method: string;
  /** Path below the version, e.g. `/users`, as received. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: Query;
  headers: IncomingHttpHeaders;
  /** Parsed JSON; undefined without a body. */
  body: unknown;
  bytes: Uint8Array;
}

/** Levels of rights on the site, weakest first. */
export type SiteNeed = 'read' | 'write' | 'manage' | 'fullcontrol';

interface Common {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Template: `{name}` is one segment, `{name}:` one that ends with a colon. */
  path: string;
  /** Resource units. */
  cost: number | ((call: Call) => number);
  run(call: Call): Answer | Promise<Answer>;
}
export type Route =
  | (Common & { area: 'sharepoint'; need: SiteNeed | 'none' })
  | (Common & { area: 'directory' | 'teams'; /** One of these application permissions. */ roles: readonly string[] })
  | (Common & {
      area: 'learning';
      /** One of these delegated permissions: an app alone gets 403. */ scopes: readonly string[];
    })
  | (Common & {
      area: 'administration';
      /** The administrator's role in Entra; absent: any. And one of these delegated permissions of the tool. */
      role?: DirectoryRole;
      scopes: readonly string[];
    });

export interface Match {
  route: Route;
  params: Record<string, string>;
}

interface Node {
  literal: Map<string, Node>;
  parameter?: { name: string; node: Node };
  colon?: { name: string; node: Node };
  routes: Map<string, Route>;
}
const emptyNode = (): Node => ({ literal: new Map(), routes: new Map() });

function step(node: Node, segment: string): Node {
  const name = /^\{(\w+)\}(:?)$/.exec(segment);
  if (name?.[1]) {
    const kind = name[2] ? 'colon' : 'parameter';
    const next = (node[kind] ??= { name: name[1], node: emptyNode() });
    if (next.name !== name[1]) throw new Error(`two names for one segment: ${next.name}, ${name[1]}`);
    return next.node;
  }
  const key = segment.toLowerCase();
  const next = node.literal.get(key) ?? emptyNode();
  node.literal.set(key, next);
  return next;
}

/** Finds routes by method and segments. Returns 'method' when only the method differs. */
export function createRouter(routes: readonly Route[]) {
  const root = emptyNode();
  for (const route of routes) {
    const node = route.path.split('/').filter(Boolean).reduce(step, root);
    node.routes.set(route.method, route);
  }
  const walk = (
    node: Node,
    segments: readonly string[],
    at: number,
    params: Record<string, string>,
  ): Node | undefined => {
    const segment = segments[at];
    if (segment === undefined) return node.routes.size > 0 ? node : undefined;
    const literal = node.literal.get(segment.toLowerCase());
    const found = literal && walk(literal, segments, at + 1, params);
    if (found) return found;
    const take = (branch: Node['parameter'], value: string) => {
      if (!branch) return undefined;
      const deeper = walk(branch.node, segments, at + 1, params);
      if (deeper) params[branch.name] ??= decodeURIComponent(value);
      return deeper;
    };
    if (segment.endsWith(':')) return take(node.colon, segment.slice(0, -1));
    return take(node.parameter, segment);
  };
  return (method: string, segments: readonly string[]): Match | 'method' | undefined => {
    const params: Record<string, string> = {};
    const node = walk(root, segments, 0, params);
    if (!node) return undefined;
    const route = node.routes.get(method);
    return route ? { route, params } : 'method';
  };
}
