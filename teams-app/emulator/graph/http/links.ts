/** Root of every link that Graph gives. */
export const graphRoot = 'https://graph.microsoft.com/v1.0';

const link = (path: string, entries: readonly (readonly [string, string])[]) =>
  `${graphRoot}${path}?${entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;

/** A next link: the request's options with a cursor. */
export const nextLink = (path: string, entries: readonly (readonly [string, string])[], skiptoken: string): string =>
  link(path, [...entries.filter(([name]) => !/^\$?skiptoken$/i.test(name)), ['$skiptoken', skiptoken]]);

/** A link with one opaque token only. */
export const tokenLink = (path: string, name: string, token: string): string => link(path, [[name, token]]);

export const encodeToken = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** The decoded value; undefined when invalid. */
export function decodeToken(token: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
