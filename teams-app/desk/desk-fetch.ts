import type { Fetch } from '../../api/kernel/index.ts';
import type { Ask } from '../emulator/exchange.ts';

/** Addresses by host, e.g. `{ 'graph.microsoft.com': 'http://127.0.0.1:4000' }`, or an in-process handler. */
export type DeskHosts = Readonly<Record<string, string | Ask>>;

/** Azure's instance metadata is a link-local address without TLS. */
const plainHost = '169.254.169.254';
const redirects = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 5;

/**
 * A `fetch` for the desk: known `https://` hosts are answered in this process, or on loopback with the real host in
 * `x-emu-host`, and others are refused, so that nothing leaves the machine. Redirects are followed as usual (tokens do
 * not follow to another host), each through the same list.
 */
export function deskFetch(hosts: DeskHosts): Fetch {
  for (const [host, address] of Object.entries(hosts))
    if (typeof address === 'string') refuseUnlessLoopback(host, address);
  const once = async (url: URL, init: RequestInit): Promise<Response> => {
    const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && url.host === plainHost);
    const address = isSafe ? hosts[url.host] : undefined;
    if (address === undefined) throw new TypeError(`The desk does not know ${url.origin}; nothing was sent.`);
    const headers = new Headers(init.headers);
    headers.set('x-emu-host', url.host);
    const sent: RequestInit = { ...init, headers, redirect: 'manual' };
    const response = await (typeof address === 'string'
      ? fetch(address + url.pathname + url.search, sent)
      : address(url, sent));
    Object.defineProperty(response, 'url', { value: url.href });
    return response;
  };
  return async (given, init = {}) => {
    let url = new URL(given);
    let hop = init;
    for (let count = 0; ; count += 1) {
      const response = await once(url, hop);
      const location = response.headers.get('location');
      if (!redirects.has(response.status) || location === null || init.redirect === 'manual') return response;
      if (init.redirect === 'error' || count === mostRedirects)
        throw new TypeError(`Redirect from ${url.origin} refused.`);
      await response.body?.cancel();
      const next = new URL(location, url);
      hop = nextHop(hop, response.status, next.host === url.host);
      url = next;
    }
  };
}

function nextHop(init: RequestInit, status: number, sameHost: boolean): RequestInit {
  const headers = new Headers(init.headers);
  if (!sameHost) for (const name of ['authorization', 'cookie']) headers.delete(name);
  const becomesGet = status === 303 || (status < 303 && init.method?.toUpperCase() === 'POST');
  if (!becomesGet) return { ...init, headers };
  for (const name of ['content-type', 'content-length']) headers.delete(name);
  const { body: _body, ...rest } = init;
  return { ...rest, headers, method: 'GET' };
}

function refuseUnlessLoopback(host: string, address: string): void {
  const { hostname } = new URL(address);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
    throw new Error(`${host} may only be answered on loopback, not by ${hostname}.`);
}
