import type { Item, List } from './column-types.ts';
import type { ConflictBehavior, Uploads } from './uploads.ts';

export interface DriveFile {
  id: string;
  list: List;
  item: Item;
  /** '' in the root. */
  parent: string;
  name: string;
  folder: boolean;
  size: number;
  /** Number of the content, unaffected by metadata. */
  content: number;
  /** `fileSystemInfo`: the file's original creation and change times, if a client sent them. */
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
  /** A folder's content; '' is the root. */
  children(list: List, parent: string): DriveFile[];
  /** Path from the root, without a leading slash. */
  path(file: DriveFile): string;
  /** Creates the folders of a path; returns the last one's id. */
  folderAt(list: List, path: string, app: string): string;
  /** Writes a file. Throws 409 on a name clash when `conflict` is `fail`. `created` decides the answer. */
  write(
    place: Place,
    bytes: Uint8Array,
    app: string,
    conflict?: ConflictBehavior,
    times?: FileTimes,
  ): { file: DriveFile; created: boolean };
  createFolder(place: Place, app: string, conflict?: ConflictBehavior): DriveFile;
  /**
   * Renames, moves within the library ('' is the root), or sets times. Throws 409 on a name clash, 400 when a folder is
   * moved into itself.
   */
  change(file: DriveFile, to: { name?: string; parent?: string; times?: FileTimes }, app: string): DriveFile;
  /** Copies a file or a folder with its content, into a folder of any library. Throws 409 as `write`. */
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
