import { siteHost } from '../../municipality.ts';
import type { World } from '../../world.ts';
import { accessDenied, badArgument, invalidRequest, itemNotFound, resourceLocked } from '../errors.ts';
import type { Call } from '../http/route.ts';
import { defaultLibrary } from '../store/sites.ts';
import type { List } from '../store/column-types.ts';
import type { DriveFile, FileTimes, Place } from '../store/file-types.ts';
import { checkRules } from '../store/write-fields.ts';
import { driveItemView, rootId } from '../views/drive-view.ts';
import { isRecord, listOf } from './site-parts.ts';

/** Lifetime of a download address (seconds). */
const downloadLife = 3600;

/** A call's library, in any form of address. Throws 404. */
export function libraryOf(call: Call): List {
  const { files, lists } = call.world.sites;
  if (call.params.drive !== undefined) {
    const library = files.drive(call.params.drive);
    if (!library) throw itemNotFound();
    return library;
  }
  const library = call.params.list === undefined ? lists.find(defaultLibrary) : listOf(call);
  if (library?.template !== 'documentLibrary') throw itemNotFound();
  return library;
}

const isRoot = (call: Call, library: List, id: string) =>
  id === 'root' || id === rootId(call.world.sites.files.driveId(library));

/** The item addressed; undefined is the root folder. Throws 404. */
export function addressed(call: Call): { library: List; file: DriveFile | undefined } {
  const library = libraryOf(call);
  const { files } = call.world.sites;
  const { file: id, path } = call.params;
  const parent = id === undefined || isRoot(call, library, id) ? undefined : files.byId(library, id);
  if (id !== undefined && !parent && !isRoot(call, library, id)) throw itemNotFound();
  if (path === undefined || path === '') return { library, file: parent };
  const file = files.byPath(library, path, parent?.id);
  if (!file) throw itemNotFound();
  return { library, file };
}

/** A call's file or folder. Throws 404 for the root. */
export function fileOf(call: Call): DriveFile {
  const { file } = addressed(call);
  if (!file) throw itemNotFound();
  return file;
}

/** The target of a write; missing folders are created. */
export function placeOf(call: Call): Place {
  const { files } = call.world.sites;
  if (call.params.path === undefined) {
    const { list, parent, name } = fileOf(call);
    return { list, parent, name };
  }
  const { library, file: above } = addressed({ ...call, params: { ...call.params, path: '' } });
  const segments = call.params.path.split('/').filter(Boolean);
  const name = segments.pop() ?? '';
  const isRefused = /[#%]/.test(name) && call.world.faults.tenant['file.name'] === 'refused';
  if (isRefused) throw invalidRequest('The provided name contains characters that are not allowed.', 'invalidFileName');
  const start = above ? files.path(above).split('/') : [];
  const parent = files.folderAt(library, [...start, ...segments].join('/'), call.caller.clientId);
  return { list: library, parent, name };
}

/** Throws 423 for a checked-out file. */
export function checkLock({ faults }: World, { name }: Pick<DriveFile, 'name'>): void {
  const { lockedFile } = faults.graph;
  if (lockedFile === '*' || (lockedFile !== '' && lockedFile.toLowerCase() === name.toLowerCase()))
    throw resourceLocked();
}

/** Checks a write's target: a broken rule of the library, locked, or creation denied (403). */
export function checkPlace(call: Call, place: Place, existing: DriveFile | undefined): void {
  checkRules(place.list);
  if (existing) checkLock(call.world, place);
  else if (call.world.faults.graph.createDenied) throw accessDenied();
}

/** A body's `fileSystemInfo`, with times rounded to seconds. Throws 400 for invalid moments. */
export function timesIn(body: Record<string, unknown>): FileTimes | undefined {
  const info = body.fileSystemInfo;
  if (!isRecord(info)) return undefined;
  const moment = (value: unknown): string | undefined => {
    if (value === undefined || value === null) return undefined;
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(at)) throw badArgument();
    return `${new Date(at).toISOString().slice(0, 19)}Z`;
  };
  const created = moment(info.createdDateTime);
  const modified = moment(info.lastModifiedDateTime);
  return { ...(created ? { created } : {}), ...(modified ? { modified } : {}) };
}

/** The folder of a `parentReference` by id or path; '' is the root. Throws 404, 400 for another drive or a file. */
export function folderNamed(call: Call, library: List, reference: Record<string, unknown>): string {
  const { files } = call.world.sites;
  const { id, driveId, path } = reference;
  if (typeof driveId === 'string' && driveId !== files.driveId(library))
    throw invalidRequest('Items cannot be moved between drives with this request.', 'notSupported');
  if (typeof id === 'string') return isRoot(call, library, id) ? '' : folderId(files.byId(library, id));
  const below = typeof path === 'string' ? /\/root:?(?:\/(.*))?$/.exec(path) : null;
  if (!below) throw badArgument();
  const inside = decodeURIComponent(below[1] ?? '').replace(/:$/, '');
  return inside === '' ? '' : folderId(files.byPath(library, inside));
}

function folderId(file: DriveFile | undefined): string {
  if (!file) throw itemNotFound();
  if (!file.folder) throw badArgument();
  return file.id;
}

/** A pre-authenticated address on the site's own host. */
export function downloadUrl(call: Call, file: DriveFile, version = file.content): string {
  const value = { drive: file.list.id, file: file.id, version };
  const tempauth = call.world.sites.signer.sign(value, downloadLife);
  return `https://${siteHost}/_files/download?UniqueId=${file.item.guid}&tempauth=${tempauth}`;
}

export const fileView = (call: Call, file: DriveFile) =>
  driveItemView(call.world.sites.files, file, downloadUrl(call, file));
