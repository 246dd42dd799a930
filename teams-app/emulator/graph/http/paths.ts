import { siteHost, siteId, sitePath } from '../../municipality.ts';
import { itemNotFound } from '../errors.ts';

const encode = (path: string) => encodeURIComponent(decodeURIComponent(path));

/** `/sites/{host}:/sites/name:/rest` → `/sites/{id}/rest`. Unknown addresses get a segment of no site. */
function byAddress(path: string): string {
  const match = /^\/sites\/([^/:]+):(\/[^:]*?)\/?(?::(\/.*)?)?$/.exec(path);
  if (!match) return path.replace(/^\/sites\/root(?=\/|$)/, `/sites/${siteHost}`);
  const known = match[1]?.toLowerCase() === siteHost && match[2]?.toLowerCase() === sitePath;
  return `/sites/${known ? siteId : 'unknown'}${match[3] ?? ''}`;
}

/**
 * `…/root:/a/b.txt:/content` → `…/root:/a%2Fb.txt/content`; the same after `items/{id}:`. An empty path (`root:/`,
 * `items/{id}:/:/children`, `items/{id}:`) is the item itself.
 */
function byFilePath(path: string): string {
  const match = /^(.*\/(?:root|items\/[^/:]+)):(?:\/([^:]*))?(?::(\/.*)?)?$/.exec(path);
  if (!match) return path;
  const below = (match[2] ?? '').replace(/^\/+|\/+$/g, '');
  return below === '' ? `${match[1]}${match[3] ?? ''}` : `${match[1]}:/${encode(below)}${match[3] ?? ''}`;
}

/** `items/delta()`, `microsoft.graph.delta(token='x')` → `items/delta` and the token. */
function byFunction(path: string): { path: string; token?: string } {
  const match = /^(.*)\/(?:microsoft\.graph\.)?delta\((?:token='([^']*)')?\)$/.exec(path);
  if (match) return { path: `${match[1]}/delta`, ...(match[2] ? { token: decodeURIComponent(match[2]) } : {}) };
  return { path: path.replace(/\/microsoft\.graph\.(delta|createUploadSession|restoreVersion)$/, '/$1') };
}

/** Segments of a path below the version, still encoded, in the normal form of route templates. */
export function normalise(pathname: string): { segments: string[]; token?: string } {
  let decoded: string;
  try {
    decoded = pathname.replace(/%3A/gi, ':').replace(/%24/g, '$');
    decodeURIComponent(decoded);
  } catch {
    throw itemNotFound();
  }
  const { path, token } = byFunction(byFilePath(byAddress(decoded)));
  const keyed = path.replace(/\/(\w+)\('([^']*)'\)/g, '/$1/$2');
  return { segments: keyed.split('/').filter(Boolean), ...(token === undefined ? {} : { token }) };
}
