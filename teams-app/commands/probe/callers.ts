import type { Fetch } from '../../../api/kernel/index.ts';
import { GraphFailure, type Graph } from '../../../api/sharepoint/index.ts';
import { isJson, textIn, type Call, type Json, type Reply } from '../../questions/index.ts';

/** Lets through what reads, and changes of what the run has made or was given. */
export interface Fence {
  /** Throws for any other change. */
  check(method: string, path: string, body: unknown): void;
  /** What stands at this address may be changed, and everything below it. */
  open(address: string): void;
  /** Addresses of the lists that the run has made. */
  readonly made: readonly string[];
  /** A list that the run has just made. */
  noteMade(address: string): void;
}

/** New lists must have names that begin with `prefix`. */
export function createFence(siteId: string, prefix: string): Fence {
  const lists = `/sites/${siteId}/lists`;
  const open: string[] = [];
  const made: string[] = [];
  const isOpen = (path: string) =>
    open.some((address) => path.startsWith(address) && /^([/:?]|$)/.test(path.slice(address.length)));
  const isOwnList = (method: string, path: string, body: unknown) =>
    method === 'POST' && path === lists && isJson(body) && textIn(body, 'displayName').startsWith(prefix);
  return {
    open: (address) => void open.push(address),
    made,
    noteMade(address) {
      open.push(address);
      made.push(address);
    },
    check(method, path, body) {
      if (method === 'GET' || isOpen(path) || isOwnList(method, path, body)) return;
      throw new Error(`The probe may not ${method} ${path}: it did not make that.`);
    },
  };
}

/** Time that one call may take with its repeats (ms). */
const patienceMs = 60_000;

/** Calls of Graph below an address, with refusals as answers. */
export const graphCaller =
  (graph: Graph, fence: Fence, base: string): Call =>
  async (method, path, body, headers = {}) => {
    const isLink = path.startsWith('https://');
    const address = isLink ? path : base + path;
    fence.check(method, address, body);
    const call = `${method} ${isLink ? 'the link' : withoutIds(address)}`;
    try {
      const { status, body: answer } = await graph.call(method, address, body, {
        lane: 'background',
        patienceMs,
        headers,
      });
      const read = isJson(answer) ? answer : {};
      if (method === 'POST' && address.endsWith('/lists')) fence.noteMade(`${address}/${textIn(read, 'id')}`);
      return { call, status, code: '', message: '', body: read };
    } catch (thrown) {
      if (!(thrown instanceof GraphFailure)) throw thrown;
      const { status, graphCode, message } = thrown.answer;
      return { call, status, code: graphCode, message, body: {} };
    }
  };

/** One call of another host than Graph: a file's, or that of Teams. */
export async function replyFrom(
  fetch: Fetch,
  call: string,
  url: string,
  init: { method: string; headers: Readonly<Record<string, string>>; body?: string },
): Promise<Reply> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs), redirect: 'manual' });
    const body: unknown = await response.json().catch(() => undefined);
    const read = isJson(body) ? body : {};
    return { call, status: response.status, ...(response.ok ? { code: '', message: '' } : errorIn(read)), body: read };
  } catch (cause) {
    return { call, status: 0, code: '', message: cause instanceof Error ? cause.message : '', body: {} };
  }
}

/** Teams has two forms of errors. */
function errorIn(body: Json): Pick<Reply, 'code' | 'message'> {
  const error = isJson(body['error']) ? body['error'] : body;
  return { code: textIn(error, 'code'), message: textIn(error, 'message') };
}

/** Calls of Teams below `/v3/conversations`, as the bot. */
export const teamsCaller =
  (fetch: Fetch, token: () => Promise<string>, base: string): Call =>
  async (method, path, body) => {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return replyFrom(fetch, `${method} /v3/conversations`, base + path, { method, headers, ...sent });
  };

/** The path for people: ids say nothing to them. */
const withoutIds = (path: string): string =>
  (path.split('?')[0] ?? '')
    .replace(/^\/sites\/[^/]+\/lists\/[^/]+/, '…')
    .replace(/^\/sites\/[^/]+/, '…')
    .replace(/^\/drives\/[^/]+/, '…')
    .replaceAll(/\/(\d+|01[A-Z2-7]{20,}|[0-9a-f-]{36})(?=\/|$)/g, '/{id}');
