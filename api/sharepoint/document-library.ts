import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, invalid, unavailable, type Fetch, digest } from '../kernel/index.ts';
import { asObject, failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import { idOf, listIds } from './list-address.ts';
import type { Lane } from './list-handle.ts';
import { waitAsked } from './retry.ts';
import { classOf, statusClass } from './status-table.ts';

/** One version of a file. `hash` is the SHA-256 (hex) of its bytes, to prove later which text it was. */
export interface StoredFile {
  id: string;
  name: string;
  size: number;
  etag: string;
  versionId: string;
  hash: string;
  webUrl: string;
}

export interface UploadOptions {
  lane?: Lane;
  /** `replace` (default) creates a new version; `fail` throws conflict `sharepoint.nameTaken`. */
  onConflict?: 'replace' | 'fail';
  /** Bytes received, after each part. */
  onProgress?: (sent: number, total: number) => void;
}

/** A library of the site. All calls throw AppError as Graph does, and invalid `sharepoint.fileName` {name}. */
export interface DocumentLibrary {
  /** Stores bytes at a path such as `2026/Politik.docx`; creates missing folders. 2 units, more over 4 MB. */
  upload(path: string, bytes: Uint8Array, options?: UploadOptions): Promise<StoredFile>;
  /** The bytes of a file, or of one version. 1 unit, 2 for the newest version by id. */
  download(id: string, options?: { versionId?: string; lane?: Lane }): Promise<Uint8Array>;
  /** To the recycle bin. 2 units, in the background lane unless a person waits. */
  remove(id: string, options?: { lane?: Lane }): Promise<void>;
}

const smallFile = 4 * 1024 * 1024;
/** Parts must be multiples of 320 KiB and under 60 MiB. */
const partSize = 16 * 320 * 1024;
const partTries = 5;
/** Longest wait before a retry, ms. As in the Graph client, a person waits less than SharePoint may ask for. */
const longestWait: Record<Lane, number> = { interactive: 8_000, background: 300_000 };

/**
 * A document library of the site. Bytes are transferred to and from SharePoint's host by pre-authorised URLs, so
 * without our token. `idOfLibrary`: its present id, when known, whatever it is called by now.
 */
export function documentLibrary(
  graph: Graph,
  fetch: Fetch,
  siteId: string,
  library: string,
  idOfLibrary: () => string | undefined = () => undefined,
): DocumentLibrary {
  let found: { id: string | undefined; drive: Promise<string> } | undefined;
  const driveAddress = (): Promise<string> => {
    const id = idOfLibrary();
    if (found && found.id === id) return found.drive;
    const drive = (
      id === undefined ? driveOf(graph, siteId, library) : driveOfList(graph, siteId, { id, library })
    ).catch((failure: unknown) => {
      if (found?.drive === drive) found = undefined;
      throw failure;
    });
    found = { id, drive };
    return drive;
  };

  const uploadInParts = async (address: string, bytes: Uint8Array, options: UploadOptions): Promise<unknown> => {
    const { lane = 'interactive', onConflict = 'replace', onProgress } = options;
    const item = { '@microsoft.graph.conflictBehavior': onConflict };
    const session = asObject(await graph.post(`${address}:/createUploadSession`, { item }, { lane, repeatable: true }));
    if (typeof session?.uploadUrl !== 'string') throw unavailable('sharepoint.away');
    for (let from = 0; ;) {
      const answer = await sendPart(fetch, { address: session.uploadUrl, bytes, lane }, from);
      if ('item' in answer) {
        onProgress?.(bytes.length, bytes.length);
        return answer.item;
      }
      from = answer.next;
      onProgress?.(from, bytes.length);
    }
  };

  return {
    upload: async (path, bytes, options = {}) => {
      const { lane = 'interactive', onConflict = 'replace', onProgress } = options;
      const address = `${await driveAddress()}/root:/${encodedPath(path)}`;
      let item: unknown;
      if (bytes.length > smallFile) item = await uploadInParts(address, bytes, options);
      else {
        const behaviour = `@microsoft.graph.conflictBehavior=${onConflict}`;
        const headers = { 'Content-Type': 'application/octet-stream' };
        const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        item = await graph.put(`${address}:/content?${behaviour}`, body, { lane, headers });
        onProgress?.(bytes.length, bytes.length);
      }
      return storedFile(graph, await driveAddress(), item, bytes, lane);
    },
    download: async (id, { versionId, lane = 'interactive' } = {}) => {
      const file = `${await driveAddress()}/items/${id}`;
      const place = async (version: string) => {
        const { headers } = await graph.call('GET', `${file}${version}/content`, undefined, { lane });
        const location = headers.get('location');
        if (location === null) throw unavailable('sharepoint.away');
        return location;
      };
      if (versionId === undefined) return fetchBytes(fetch, await place(''), lane);
      // Graph refuses the newest version by id with 400 (onedrive-api-docs#1112): the file's bytes are used.
      const isNewest = (failure: unknown) => failedAs(failure, 'refused') && failure.answer.status === 400;
      const location = await place(`/versions/${encodeURIComponent(versionId)}`).catch((failure: unknown) => {
        if (isNewest(failure)) return place('');
        throw failure;
      });
      return fetchBytes(fetch, location, lane);
    },
    remove: async (id, { lane = 'background' } = {}) => {
      await graph.delete(`${await driveAddress()}/items/${id}`, { lane });
    },
  };
}

/** The id of the file at a path of a library; `undefined` when the file or library is missing. 4 units. */
export async function fileAt(graph: Graph, siteId: string, library: string, path: string): Promise<string | undefined> {
  try {
    const drive = await driveOf(graph, siteId, library, 'background');
    const found = asObject(await graph.get(`${drive}/root:/${encodedPath(path)}?$select=id`, { lane: 'background' }));
    return typeof found?.id === 'string' ? found.id : undefined;
  } catch (failure) {
    const isGone =
      failure instanceof AppError && ['sharepoint.itemGone', 'sharepoint.listMissing'].includes(failure.code);
    if (!isGone) throw failure;
    return undefined;
  }
}

/** The path of a library's drive. 3 units. Throws AppError unexpected `sharepoint.listMissing`. */
export async function driveOf(
  graph: Graph,
  siteId: string,
  library: string,
  lane: Lane = 'interactive',
): Promise<string> {
  const id = idOf(await listIds(graph, siteId, lane), library);
  return driveOfList(graph, siteId, { id, library }, lane);
}

async function driveOfList(
  graph: Graph,
  siteId: string,
  { id, library }: { id: string; library: string },
  lane: Lane = 'interactive',
): Promise<string> {
  const drive = asObject(await graph.get(`/sites/${siteId}/lists/${id}/drive?$select=id`, { lane }));
  if (typeof drive?.id !== 'string') throw new AppError('unexpected', 'sharepoint.listMissing', { list: library });
  return `/drives/${drive.id}`;
}

/** Sends one part; after a lost answer the session is asked for its progress. */
async function sendPart(
  fetch: Fetch,
  { address, bytes, lane }: { address: string; bytes: Uint8Array; lane: Lane },
  start: number,
): Promise<{ item: unknown } | { next: number }> {
  let from = start;
  for (let round = 1; ; round += 1) {
    const to = Math.min(from + partSize, bytes.length);
    const headers = { 'Content-Range': `bytes ${from}-${to - 1}/${bytes.length}` };
    const body = new Uint8Array(bytes.subarray(from, to));
    const response = await fetch(address, {
      method: 'PUT',
      headers,
      body,
      signal: AbortSignal.timeout(60_000),
    }).catch(() => undefined);
    const answer = asObject(await response?.json().catch(() => undefined));
    if (response && (response.status === 200 || response.status === 201)) return { item: answer };
    if (response?.status === 202) return { next: nextExpected(answer) ?? to };
    const at = response?.status ?? 0;
    if (at === 409) throw new AppError('conflict', 'sharepoint.nameTaken');
    if (statusClass(at).again === 'never' && at !== 416) throw refusedByHost('PUT', at);
    if (round >= partTries) throw unavailable('sharepoint.away', { status: at });
    await pause(response, round, lane);
    const status = await fetch(address, { signal: AbortSignal.timeout(15_000) }).catch(() => undefined);
    from = nextExpected(asObject(await status?.json().catch(() => undefined))) ?? from;
  }
}

/** An expired URL is renewed by the next try; other refusals of the file's host are final. */
function refusedByHost(method: 'GET' | 'PUT', status: number): AppError {
  if ([401, 404, 410].includes(status)) return unavailable('sharepoint.away', { status });
  const { kind, code } = classOf(method, '/drives/', status, '');
  return new AppError(kind, `sharepoint.${code}`, { status });
}

/** Waits as SharePoint asks, else with back-off. Throws AppError unavailable when that is too long. */
async function pause(response: Response | undefined, round: number, lane: Lane): Promise<void> {
  const asked = waitAsked(response?.headers) ?? 0;
  if (asked > longestWait[lane]) throw unavailable('sharepoint.away', { status: response?.status ?? 0 });
  await sleep(Math.max(asked, round * 500));
}

function nextExpected(answer: Record<string, unknown> | undefined): number | undefined {
  const ranges: unknown[] = Array.isArray(answer?.nextExpectedRanges) ? answer.nextExpectedRanges : [];
  const next = Number.parseInt(String(ranges[0]), 10);
  return Number.isNaN(next) ? undefined : next;
}

async function storedFile(
  graph: Graph,
  drive: string,
  value: unknown,
  bytes: Uint8Array,
  lane: Lane,
): Promise<StoredFile> {
  const item = asObject(value);
  if (typeof item?.id !== 'string') throw new AppError('unexpected', 'sharepoint.refused');
  const versions = asObject(await graph.get(`${drive}/items/${item.id}/versions`, { lane }));
  const newest = asObject(Array.isArray(versions?.value) ? versions.value[0] : undefined);
  return {
    id: item.id,
    name: textOf(item.name),
    size: typeof item.size === 'number' ? item.size : bytes.length,
    etag: textOf(item.eTag),
    versionId: textOf(newest?.id),
    hash: digest(bytes),
    webUrl: textOf(item.webUrl),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

async function fetchBytes(fetch: Fetch, url: string, lane: Lane): Promise<Uint8Array> {
  for (let round = 1; ; round += 1) {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch(() => undefined);
    if (response?.ok) return new Uint8Array(await response.arrayBuffer());
    const at = response?.status ?? 0;
    if (statusClass(at).again === 'never') throw refusedByHost('GET', at);
    if (round >= 3) throw unavailable('sharepoint.away', { status: at });
    await pause(response, round, lane);
  }
}

/**
 * A path with each part percent-encoded. SharePoint refuses `" * : < > ? / \ |` in names, a name that begins with `~`
 * or ends with a full stop, and empty ones.
 */
export function encodedPath(path: string): string {
  const parts = path.split('/');
  for (const part of parts) {
    const risky = part === '' || /["*:<>?\\|]|[\u0000-\u001f]/.test(part) || /^[~ ]|[. ]$/.test(part);
    if (risky || part.length > 128) throw invalid('sharepoint.fileName', { name: part });
  }
  return parts.map(encodeURIComponent).join('/');
}
