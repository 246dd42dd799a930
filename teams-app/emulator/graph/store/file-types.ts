import type { Item, List } from './column-types.ts';
import type { ConflictBehavior, Uploads } from './uploads.ts';

export interface DriveFile {
  id: string;
  list: List;
  item: Item;
  /** '' for what lies in the root. */
  parent: string;
  name: string;
  folder: boolean;
  size: number;
  /** Number of the content, which metadata changes leave. */
  content: number;
  /** `fileSystemInfo`: when the file was made and changed where it came from, if a client has told. */
  times: FileTimes;
}
export interface FileTimes {
  created?: string;
  modified?: string;
}
export interface FileVersion {
  version: number;
  modified: string;
  editor: string;
  size: number;
}

export interface Files {
  driveId(list: List): string;
  drives(): List[];
  drive(id: string): List | undefined;
  byId(list: List, id: string): DriveFile | undefined;
  byPath(list: List, path: string, parent?: string): DriveFile | undefined;
  byItem(list: List, itemId: number): DriveFile | undefined;
  /** What lies in a folder; '' is the root. */
  children(list: List, parent: string): DriveFile[];
  /** Path from the root, without a leading slash. */
  path(file: DriveFile): string;
  /** Folder ids along a path, made where missing; returns the last one. */
  folderAt(list: List, path: string, app: string): string;
  /** Writes a file. Throws 409 on a name clash when `conflict` is `fail`. `created` says which answer to give. */
  write(
    place: Place,
    bytes: Uint8Array,
    app: string,
    conflict?: ConflictBehavior,
    times?: FileTimes,
  ): { file: DriveFile; created: boolean };
  createFolder(place: Place, app: string, conflict?: ConflictBehavior): DriveFile;
  /**
   * Renames, moves to another folder of the library ('' is the root), or notes its times. Throws 409 on a name clash, 400
   * when a folder is to go into itself.
   */
  change(file: DriveFile, to: { name?: string; parent?: string; times?: FileTimes }, app: string): DriveFile;
  /** Copies a file or a folder with all that is in it, into a folder of any library. Throws 409 as `write`. */
  copy(file: DriveFile, place: Place, app: string, conflict?: ConflictBehavior): DriveFile;
  quickXorHash(file: DriveFile): string;
  remove(file: DriveFile): void;
  contents(file: DriveFile, version?: number): Buffer;
  versions(file: DriveFile): FileVersion[];
  readonly uploads: Uploads;
}
export interface Place {
  list: List;
  parent: string;
  name: string;
}
