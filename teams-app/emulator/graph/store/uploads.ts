import { randomUUID } from 'node:crypto';
import { textOf, type Database, type Row } from '../../database.ts';
export type ConflictBehavior = 'fail' | 'replace' | 'rename';

const schema = `CREATE TABLE IF NOT EXISTS uploads (id TEXT PRIMARY KEY, data TEXT NOT NULL, received INTEGER NOT NULL, total INTEGER) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS upload_parts (upload TEXT, start INTEGER, bytes BLOB, PRIMARY KEY (upload, start));`;

export interface UploadTarget {
  list: string;
  parent: string;
  name: string;
  conflict: ConflictBehavior;
  /** A `POST` after the last part creates the file. */
  deferred: boolean;
  app: string;
  /** `fileSystemInfo` of the file. */
  times?: { created?: string; modified?: string };
  /** ISO moment, real time. */
  expires: string;
}
export interface Upload extends UploadTarget {
  id: string;
  /** Contiguous bytes received from the start. */
  received: number;
  total: number | undefined;
}
/** Running uploads in parts. */
export interface Uploads {
  open(target: UploadTarget): Upload;
  find(id: string): Upload | undefined;
  /** Takes the next part. */
  append(upload: Upload, bytes: Uint8Array, total: number): Upload;
  bytes(upload: Upload): Buffer;
  close(upload: Upload): void;
}

export function createUploads(db: Database): Uploads {
  db.raw.exec(schema);
  const toUpload = (row: Row): Upload => ({
    ...(JSON.parse(textOf(row.data)) as UploadTarget),
    id: textOf(row.id),
    received: Number(row.received),
    total: row.total === null ? undefined : Number(row.total),
  });
  return {
    open(target) {
      const id = randomUUID();
      db.run('INSERT INTO uploads VALUES (?, ?, 0, NULL)', id, JSON.stringify(target));
      return { ...target, id, received: 0, total: undefined };
    },
    find(id) {
      const row = db.one('SELECT * FROM uploads WHERE id = ?', id);
      const upload = row && toUpload(row);
      return upload && Date.parse(upload.expires) > Date.now() ? upload : undefined;
    },
    append: (upload, bytes, total) =>
      db.transaction(() => {
        db.run('INSERT INTO upload_parts VALUES (?, ?, ?)', upload.id, upload.received, bytes);
        const received = upload.received + bytes.byteLength;
        db.run('UPDATE uploads SET received = ?, total = ? WHERE id = ?', received, total, upload.id);
        return { ...upload, received, total };
      }),
    bytes: (upload) =>
      Buffer.concat(
        db
          .all('SELECT bytes FROM upload_parts WHERE upload = ? ORDER BY start', upload.id)
          .map((row) => (row.bytes instanceof Uint8Array ? row.bytes : new Uint8Array())),
      ),
    close: (upload) =>
      db.transaction(() => {
        db.run('DELETE FROM upload_parts WHERE upload = ?', upload.id);
        db.run('DELETE FROM uploads WHERE id = ?', upload.id);
      }),
  };
}
