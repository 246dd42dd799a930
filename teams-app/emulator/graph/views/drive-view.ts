import { createHash } from 'node:crypto';
import { siteId, siteUrl } from '../../municipality.ts';
import type { DriveFile, Files } from '../store/file-types.ts';
import type { List } from '../store/column-types.ts';
import { identitySet } from './identity.ts';

const types: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  md: 'text/markdown',
  json: 'application/json',
  zip: 'application/zip',
  png: 'image/png',
};
export const mimeType = (name: string): string =>
  types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

const libraryUrl = (list: List) => `${siteUrl}/${encodeURIComponent(list.name)}`;
const cleanPath = (files: Files, file: DriveFile) => files.path(file).split('/').map(encodeURIComponent).join('/');

export const driveView = (files: Files, list: List): Record<string, unknown> => ({
  createdDateTime: list.created,
  description: list.description,
  id: files.driveId(list),
  lastModifiedDateTime: list.modified,
  name: list.displayName,
  webUrl: libraryUrl(list),
  driveType: 'documentLibrary',
  createdBy: identitySet(list.createdBy),
  quota: { deleted: 0, remaining: 27_487_790_694_400, state: 'normal', total: 27_487_790_694_400, used: 0 },
});

export const fileEtag = (file: DriveFile) => `"{${file.item.guid.toUpperCase()}},${file.item.version}"`;
export const contentTag = (file: DriveFile) => `"c:{${file.item.guid.toUpperCase()}},${file.content}"`;

export function driveItemView(files: Files, file: DriveFile, downloadUrl?: string): Record<string, unknown> {
  const driveId = files.driveId(file.list);
  const above = file.parent === '' ? undefined : files.byId(file.list, file.parent);
  const where = above ? `/${cleanPath(files, above)}` : '';
  return {
    ...(downloadUrl && !file.folder ? { '@microsoft.graph.downloadUrl': downloadUrl } : {}),
    createdDateTime: file.item.created,
    eTag: fileEtag(file),
    id: file.id,
    lastModifiedDateTime: file.item.modified,
    name: file.name,
    webUrl: `${libraryUrl(file.list)}/${cleanPath(files, file)}`,
    cTag: contentTag(file),
    size: file.size,
    createdBy: identitySet(file.item.author),
    lastModifiedBy: identitySet(file.item.editor),
    parentReference: {
      driveType: 'documentLibrary',
      driveId,
      id: above?.id ?? rootId(driveId),
      name: above?.name ?? file.list.name,
      path: `/drives/${driveId}/root:${where}`,
      siteId,
    },
    fileSystemInfo: {
      createdDateTime: file.times.created ?? file.item.created,
      lastModifiedDateTime: file.times.modified ?? file.item.modified,
    },
    ...(file.folder
      ? { folder: { childCount: files.children(file.list, file.id).length } }
      : { file: { hashes: { quickXorHash: files.quickXorHash(file) }, mimeType: mimeType(file.name) } }),
  };
}

export const rootId = (driveId: string): string =>
  `01${createHash('sha256').update(driveId).digest('hex').toUpperCase().slice(0, 32)}`;

export const rootView = (files: Files, list: List): Record<string, unknown> => ({
  createdDateTime: list.created,
  id: rootId(files.driveId(list)),
  lastModifiedDateTime: list.modified,
  name: 'root',
  webUrl: libraryUrl(list),
  size: 0,
  parentReference: { driveType: 'documentLibrary', driveId: files.driveId(list), siteId },
  fileSystemInfo: { createdDateTime: list.created, lastModifiedDateTime: list.modified },
  folder: { childCount: files.children(list, '').length },
  root: {},
});
