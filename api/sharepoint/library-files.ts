import { driveOf } from './document-library.ts';
import { asObject } from './graph-failure.ts';
import type { Graph } from './graph.ts';

/** A file of a library with its versions, oldest first. */
export interface LibraryFile {
  id: string;
  /** From the root, e.g. `2026/Politik.docx`. */
  path: string;
  versions: { id: string; size: number; modified: string }[];
}

const background = { lane: 'background' } as const;

/** All files of a library, folder by folder. Units: 2 a folder and 2 a file. Throws AppError as Graph does. */
export async function* libraryFiles(graph: Graph, siteId: string, library: string): AsyncGenerator<LibraryFile> {
  const drive = await driveOf(graph, siteId, library, 'background');
  const folders = [{ address: `${drive}/root/children`, path: '' }];
  for (let folder = folders.shift(); folder; folder = folders.shift()) {
    for await (const page of graph.pages(folder.address, background)) {
      for (const value of page.value) {
        const item = asObject(value);
        if (typeof item?.id !== 'string' || typeof item.name !== 'string') continue;
        const path = folder.path === '' ? item.name : `${folder.path}/${item.name}`;
        if (asObject(item.folder)) folders.push({ address: `${drive}/items/${item.id}/children`, path });
        else yield { id: item.id, path, versions: await versionsOf(graph, drive, item.id) };
      }
    }
  }
}

async function versionsOf(graph: Graph, drive: string, id: string): Promise<LibraryFile['versions']> {
  const versions: LibraryFile['versions'] = [];
  for await (const page of graph.pages(`${drive}/items/${id}/versions`, background)) {
    for (const value of page.value) {
      const version = asObject(value);
      if (typeof version?.id !== 'string') continue;
      const modified = version.lastModifiedDateTime;
      versions.push({
        id: version.id,
        size: Number(version.size ?? 0),
        modified: typeof modified === 'string' ? modified : '',
      });
    }
  }
  return versions.reverse();
}

/** To the recycle bin. 2 units. */
export async function removeFile(graph: Graph, siteId: string, library: string, id: string): Promise<void> {
  await graph.delete(`${await driveOf(graph, siteId, library, 'background')}/items/${id}`, background);
}
