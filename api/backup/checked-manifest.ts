import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invalid } from '../kernel/index.ts';
import { fileLine, hashOfFile, libraryIndex, manifest, type Manifest } from './format.ts';
import { readLines } from './lines.ts';

/**
 * The manifest of a backup whose files all have their recorded hashes. Throws AppError invalid `backup.unfinished`
 * {folder}, `backup.damaged` {file}.
 */
export async function checkedManifest(folder: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw invalid('backup.unfinished', { folder });
  const read = manifest.safeParse(parsed(await readFile(path, 'utf8')));
  if (!read.success) throw invalid('backup.damaged', { file: path });
  const check = async (file: string, sha256: string) => {
    if (!existsSync(file) || (await hashOfFile(file)) !== sha256) throw invalid('backup.damaged', { file });
  };
  for (const { name, sha256 } of read.data.lists) await check(join(folder, 'lists', `${name}.jsonl`), sha256);
  await check(join(folder, libraryIndex), read.data.files.sha256);
  const seen = new Set<string>();
  for await (const { versions } of readLines(join(folder, libraryIndex), fileLine)) {
    for (const { sha256 } of versions) {
      if (!seen.has(sha256)) await check(join(folder, 'files', sha256), sha256);
      seen.add(sha256);
    }
  }
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
