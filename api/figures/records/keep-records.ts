import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { conflict, digest, inSlices } from '../../kernel/index.ts';
import type { Lane, ListDefinition } from '../../sharepoint/index.ts';
import { allFigures } from '../all-figures.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** By list: each record with its hash. */
export type KeptRecords = Readonly<Record<string, Readonly<Record<string, string>>>>;
const file = z.record(z.string(), z.record(z.string(), z.string()));
/** Characters of a hash: collisions among a million records are negligible. */
const hashLength = 12;
/** Largest file read, bytes: ten times that of 50,000 people with ten years of receipts. */
const mostBytes = 400_000_000;

/** The last-changed stamp is not content. */
const beside = new Set(['item', 'changedAt', 'changedBy']);
const hashOf = (record: object): string =>
  digest(
    JSON.stringify(
      Object.entries(record)
        .filter(([name, value]) => !beside.has(name) && value !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
  ).slice(0, hashLength);

/** The lists that figures can be recomputed from. */
const countedLists = (context: Context): readonly ListDefinition<{ key: string }>[] => [
  ...new Set(allFigures.filter(({ onlyNow }) => !onlyNow).flatMap((figure) => figure.lists(context))),
];

/** All records that figures are computed from, in a context. In slices. */
export async function recordHashes(
  context: Context,
  lists: readonly ListDefinition<{ key: string }>[] = countedLists(context),
): Promise<KeptRecords> {
  const found: Record<string, Record<string, string>> = {};
  for (const list of lists) {
    const hashes: Record<string, string> = {};
    await inSlices(context.list(list).all(), (record) => void (hashes[record.key] = hashOf(record)));
    found[list.name] = hashes;
  }
  return found;
}

/**
 * Stores a day's records as hashes in one library file, so that later changes can be found. Compressed off the main
 * thread. Throws AppError `unavailable`.
 */
export async function keepRecords(context: Context, records: Context, name: string, lane: Lane) {
  const hashes = await recordHashes(records);
  const raw = Buffer.from(JSON.stringify(hashes), 'utf8');
  // People's ids repeat at larger distances than a smaller window covers.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const bytes = new Uint8Array(await compress(raw, { params }));
  const stored = await context.documents.upload(`Figures/${name}.json.br`, bytes, { lane });
  const count = Object.values(hashes).reduce((sum, of) => sum + Object.keys(of).length, 0);
  return { id: stored.id, hash: digest(bytes), records: count };
}

/** Reads such a file. Throws AppError: unavailable, missing, conflict `figures.recordsDamaged` when changed. */
export async function readRecords(context: Context, { id, hash }: { id: string; hash: string }): Promise<KeptRecords> {
  const bytes = await context.documents.download(id);
  if (digest(bytes) !== hash) throw conflict('figures.recordsDamaged');
  const raw = await decompress(bytes, { maxOutputLength: mostBytes });
  return file.parse(JSON.parse(raw.toString('utf8')));
}
