import { createHash } from 'node:crypto';
import { textOf, type Database, type Row } from '../../database.ts';
import { badArgument, invalidRequest, itemNotFound, nameTaken } from '../errors.ts';
import type { List } from './column-types.ts';
import type { DriveFile, Files, FileTimes, Place } from './file-types.ts';
import type { ItemStore } from './items-store.ts';
import type { ListStore } from './lists-store.ts';
import { quickXorHash } from './quick-xor-hash.ts';
import { createUploads } from './uploads.ts';

const schema = `CREATE TABLE IF NOT EXISTS files (id TEXT PRIMARY KEY, list INTEGER, item INTEGER, parent TEXT, name TEXT COLLATE NOCASE,
    folder INTEGER, size INTEGER, content INTEGER, UNIQUE (list, parent, name)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS files_item ON files (list, item);
  CREATE TABLE IF NOT EXISTS file_times (file TEXT PRIMARY KEY, created TEXT, modified TEXT) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS file_contents (file TEXT, version INTEGER, modified TEXT, editor TEXT, bytes BLOB, PRIMARY KEY (file, version));`;

/** Hashes cached. */
const hashesKept = 2_000;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const base32 = (guid: string) =>
  [...createHash('sha256').update(guid).digest().subarray(0, 32)].map((byte) => alphabet[byte % 32]).join('');

/** Valid names of SharePoint. Throws 400 for others. */
export function checkFileName(name: string): string {
  const bad =
    name === '' || /["*:<>?/\\|]/.test(name) || name.startsWith('~') || name.endsWith('.') || name.trim() !== name;
  if (bad)
    throw invalidRequest(
      'The provided name cannot contain any of the following characters: " * : < > ? / \\ |',
      'invalidFileName',
    );
  return name;
}

export function createFiles(db: Database, parts: { lists: ListStore; items: ItemStore; app: string }): Files {
  db.raw.exec(schema);
  const { lists, items } = parts;
  lists.onPurge((list) => {
    db.run('DELETE FROM file_contents WHERE file IN (SELECT id FROM files WHERE list = ?)', list.number);
    db.run('DELETE FROM files WHERE list = ?', list.number);
  });
  const timesOf = (id: string): FileTimes => {
    const row = db.one('SELECT created, modified FROM file_times WHERE file = ?', id);
    return {
      ...(typeof row?.created === 'string' ? { created: row.created } : {}),
      ...(typeof row?.modified === 'string' ? { modified: row.modified } : {}),
    };
  };
  const setTimes = (file: DriveFile, times: FileTimes): DriveFile => {
    const { created, modified } = times;
    db.run('INSERT OR REPLACE INTO file_times VALUES (?, ?, ?)', file.id, created ?? null, modified ?? null);
    return { ...file, times };
  };
  const hashes = new Map<string, string>();
  const toFile = (list: List, row: Row | undefined): DriveFile | undefined => {
    const item = row && items.get(list, Number(row.item));
    if (!row || !item) return undefined;
    const { id, parent, name } = row;
    return {
      id: textOf(id),
      list,
      item,
      parent: textOf(parent),
      name: textOf(name),
      folder: row.folder === 1,
      size: Number(row.size),
      content: Number(row.content),
      times: timesOf(textOf(id)),
    };
  };
  const child = ({ list, parent, name }: Place) =>
    toFile(list, db.one('SELECT * FROM files WHERE list = ? AND parent = ? AND name = ?', list.number, parent, name));
  const insert = ({ list, parent, name }: Place, folder: boolean, app: string): DriveFile => {
    const item = items.insert(list, { FileLeafRef: checkFileName(name) }, app);
    const id = `01${base32(item.guid)}`;
    db.run(
      'INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, 0, 0)',
      ...[id, list.number, item.id, parent, name, folder ? 1 : 0],
    );
    return { id, list, item, parent, name, folder, size: 0, content: 0, times: {} };
  };
  const freeName = (place: Place): string => {
    const dot = place.name.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [place.name.slice(0, dot), place.name.slice(dot)] : [place.name, ''];
    for (let number = 1; ; number += 1) {
      const name = `${stem} ${number}${ending}`;
      if (!child({ ...place, name })) return name;
    }
  };
  const setContent = (file: DriveFile, bytes: Uint8Array, app: string): DriveFile => {
    const item = file.content === 0 ? file.item : items.update(file.list, file.item, file.item.fields, app);
    const content = file.content + 1;
    db.run('INSERT INTO file_contents VALUES (?, ?, ?, ?, ?)', file.id, content, item.modified, app, bytes);
    db.run('UPDATE files SET size = ?, content = ? WHERE id = ?', bytes.byteLength, content, file.id);
    return { ...file, item, content, size: bytes.byteLength };
  };
  const files: Files = {
    driveId: (list) => `b!${Buffer.from(list.id).toString('base64url')}`,
    drives: () => lists.all().filter((list) => list.template === 'documentLibrary'),
    drive: (id) => files.drives().find((list) => files.driveId(list) === id),
    byId: (list, id) => toFile(list, db.one('SELECT * FROM files WHERE list = ? AND id = ?', list.number, id)),
    byItem: (list, itemId) =>
      toFile(list, db.one('SELECT * FROM files WHERE list = ? AND item = ?', list.number, itemId)),
    byPath(list, path, parent = '') {
      let found: DriveFile | undefined;
      for (const name of path.split('/').filter(Boolean)) {
        found = child({ list, parent: found?.id ?? parent, name });
        if (!found) return undefined;
      }
      return found;
    },
    children: (list, parent) =>
      db
        .all('SELECT * FROM files WHERE list = ? AND parent = ? ORDER BY name', list.number, parent)
        .flatMap((row) => toFile(list, row) ?? []),
    path(file) {
      const above = file.parent === '' ? undefined : files.byId(file.list, file.parent);
      return above ? `${files.path(above)}/${file.name}` : file.name;
    },
    folderAt(list, path, app) {
      let parent = '';
      for (const name of path.split('/').filter(Boolean)) {
        const found = child({ list, parent, name });
        if (found && !found.folder) throw nameTaken();
        parent = (found ?? insert({ list, parent, name }, true, app)).id;
      }
      return parent;
    },
    write: (place, bytes, app, conflict = 'replace', times = {}) =>
      db.transaction(() => {
        const existing = child(place);
        if (existing && (conflict === 'fail' || existing.folder)) throw nameTaken();
        const replaces = existing !== undefined && conflict === 'replace';
        const free = existing && !replaces ? freeName(place) : place.name;
        const file = setContent(replaces ? existing : insert({ ...place, name: free }, false, app), bytes, app);
        // New content has the present time, unless the client sends one.
        const { created } = file.times;
        return { file: setTimes(file, { ...(created ? { created } : {}), ...times }), created: !replaces };
      }),
    createFolder: (place, app, conflict = 'fail') =>
      db.transaction(() => {
        const existing = child(place);
        if (existing && conflict === 'fail') throw nameTaken();
        if (existing && conflict === 'replace') return existing;
        return insert(existing ? { ...place, name: freeName(place) } : place, true, app);
      }),
    change(file, { name = file.name, parent = file.parent, times }, app) {
      checkFileName(name);
      const other = child({ list: file.list, parent, name });
      if (other && other.id !== file.id) throw nameTaken();
      for (let above = parent; above !== ''; above = files.byId(file.list, above)?.parent ?? '')
        if (above === file.id) throw badArgument();
      return db.transaction(() => {
        db.run('UPDATE files SET name = ?, parent = ? WHERE id = ?', name, parent, file.id);
        const item = items.update(file.list, file.item, { ...file.item.fields, FileLeafRef: name }, app);
        const changed = { ...file, name, parent, item };
        return times ? setTimes(changed, { ...file.times, ...times }) : changed;
      });
    },
    copy: (file, place, app, conflict = 'fail') =>
      db.transaction(() => {
        if (!file.folder) return files.write(place, files.contents(file), app, conflict, file.times).file;
        // The content is read first: the copy may be inside.
        const inside = files.children(file.list, file.id);
        const folder = files.createFolder(place, app, conflict);
        for (const one of inside)
          files.copy(one, { list: place.list, parent: folder.id, name: one.name }, app, conflict);
        return folder;
      }),
    quickXorHash(file) {
      const key = `${file.id} ${file.content}`;
      const known = hashes.get(key);
      if (known !== undefined) return known;
      const hash = quickXorHash(files.contents(file));
      if (hashes.size >= hashesKept) hashes.clear();
      hashes.set(key, hash);
      return hash;
    },
    remove: (file) =>
      db.transaction(() => {
        for (const inside of files.children(file.list, file.id)) files.remove(inside);
        items.remove(file.list, file.item);
        db.run('DELETE FROM file_contents WHERE file = ?', file.id);
        db.run('DELETE FROM file_times WHERE file = ?', file.id);
        db.run('DELETE FROM files WHERE id = ?', file.id);
      }),
    contents(file, version = file.content) {
      const row = db.one('SELECT bytes FROM file_contents WHERE file = ? AND version = ?', file.id, version);
      if (!(row?.bytes instanceof Uint8Array)) throw itemNotFound();
      return Buffer.from(row.bytes);
    },
    versions: (file) =>
      db
        .all(
          'SELECT version, modified, editor, length(bytes) AS size FROM file_contents WHERE file = ? ORDER BY version DESC',
          file.id,
        )
        .map((row) => ({
          version: Number(row.version),
          size: Number(row.size),
          modified: textOf(row.modified),
          editor: textOf(row.editor),
        })),
    uploads: createUploads(db),
  };
  return files;
}
