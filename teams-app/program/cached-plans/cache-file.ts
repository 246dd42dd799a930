import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { unavailable } from '../../../api/kernel/index.ts';
import type { CachedList, WrittenList } from '../../../api/sharepoint/index.ts';
import { stateSecretOf, type Config } from '../../config/index.ts';

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];
/** Unpacked size limit of a file: 50,000 people with their plans are some 40 MB. */
const largest = 512 * 1024 * 1024;
const [ivLength, tagLength] = [12, 16];

const content = z.object({
  keptAt: z.iso.datetime(),
  lists: z
    .array(
      z.object({
        name: z.string(),
        asOf: z.string(),
        items: z.array(
          z.object({
            id: z.string(),
            etag: z.string(),
            modified: z.string(),
            fields: z.record(z.string(), z.unknown()),
          }),
        ),
      }),
    )
    .max(100),
});
export interface CacheFile {
  keptAt: string;
  lists: readonly CachedList[];
}

type Where = Pick<Config, 'stateDir' | 'stateKey' | 'tenantId' | 'app'>;
/** Whether there is a folder; not on a test's desk. */
export const isOnDisk = ({ stateDir }: Pick<Where, 'stateDir'>): boolean => stateDir !== ':memory:';
const fileIn = ({ stateDir }: Where): string => join(stateDir, 'kept-plans.bin');

/** The file is unreadable without STATE_KEY, or the app's credential. Another one makes a new file. */
function keyOf(where: Where): Buffer {
  const { tenantId, app } = where;
  return Buffer.from(hkdfSync('sha256', stateSecretOf(where), `${tenantId} ${app.clientId}`, 'kept plans', 32));
}

const textOf = (keptAt: string, lists: readonly WrittenList[]): string => {
  const each = lists.map(
    ({ name, asOf, items }) =>
      `{"name":${JSON.stringify(name)},"asOf":${JSON.stringify(asOf)},"items":[${items.join(',')}]}`,
  );
  return `{"keptAt":${JSON.stringify(keptAt)},"lists":[${each.join(',')}]}`;
};

/**
 * Writes the snapshot to the state folder, atomically: the previous one stays when the disk is full. Throws AppError
 * unavailable `journal.unavailable` with the system's reason.
 */
export async function writeCache(
  where: Where,
  { keptAt, lists }: { keptAt: string; lists: readonly WrittenList[] },
): Promise<void> {
  if (!isOnDisk(where)) return;
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(where), iv);
  const sealed = Buffer.concat([cipher.update(await packed(textOf(keptAt, lists))), cipher.final()]);
  const [file, unfinished] = [fileIn(where), `${fileIn(where)}.new`];
  try {
    await mkdir(where.stateDir, { recursive: true });
    await writeFile(unfinished, Buffer.concat([iv, cipher.getAuthTag(), sealed]), { mode: 0o600, flush: true });
    await rename(unfinished, file);
  } catch (thrown) {
    // Half a file takes room that something else may need.
    await rm(unfinished, { force: true }).catch(() => undefined);
    const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
    throw unavailable('journal.unavailable', { reason }, thrown);
  }
}

/** The latest snapshot; undefined when missing or unreadable. */
export async function readCache(where: Where): Promise<CacheFile | undefined> {
  if (!isOnDisk(where)) return undefined;
  try {
    const bytes = await readFile(fileIn(where));
    const decipher = createDecipheriv('aes-256-gcm', keyOf(where), bytes.subarray(0, ivLength));
    decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    const opened = Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]);
    const text = (await unpacked(opened, { maxOutputLength: largest })).toString('utf8');
    return content.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
