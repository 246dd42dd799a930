import { AppError, invalid, unavailable, type Fetch, digest } from '../kernel/index.ts';
import { fetchBytes, sendPart } from './file-bytes.ts';
import { asObject, failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import { idOf, listIds } from './list-address.ts';
import type { Lane } from './list-handle.ts';

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
