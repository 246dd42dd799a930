import { z } from 'zod';
import type { Context } from '../../context.ts';
import { conflict, digest, type LocalDate } from '../../kernel/index.ts';
import type { DaySeal } from './seal-list.ts';
import { inOrder, rootOf, type Leaf } from './seal.ts';

const leaf = z.object({ key: z.string(), hash: z.string(), late: z.literal(true).optional() });

/** Folder in the library, beside the closed months. */
const folder = 'Historik/Segl';

/** Writes the hashes of a day's entries, a line each. Other content gets another name. 2 resource units. */
export async function writeLeaves(
  context: Context,
  day: LocalDate,
  leaves: readonly Leaf[],
): Promise<{ fileId: string; path: string }> {
  const lines = inOrder(leaves).map((one) => JSON.stringify(one));
  const bytes = Buffer.from(lines.join('\n'), 'utf8');
  const path = `${folder}/${day.slice(0, 4)}/${day}-${digest(bytes).slice(0, 12)}.jsonl`;
  const { id } = await context.documents.upload(path, new Uint8Array(bytes), { lane: 'background' });
  return { fileId: id, path };
}

/**
 * The hashes under a seal, verified. 1 resource unit. Throws AppError: conflict `trail.leavesChanged` {day}, missing
 * when the file is gone, unavailable.
 */
export async function readLeaves(
  context: Pick<Context, 'documents'>,
  { day, fileId, root, entries }: Pick<DaySeal, 'day' | 'fileId' | 'root' | 'entries'>,
): Promise<Leaf[]> {
  const bytes = await context.documents.download(fileId, { lane: 'background' });
  const leaves = parsed(Buffer.from(bytes).toString('utf8'));
  if (!leaves || leaves.length !== entries || rootOf(leaves) !== root) throw conflict('trail.leavesChanged', { day });
  return leaves;
}

function parsed(text: string): Leaf[] | undefined {
  try {
    return text.split('\n').map((line) => {
      const { late, ...one } = leaf.parse(JSON.parse(line));
      return late ? { ...one, late } : one;
    });
  } catch {
    return undefined;
  }
}
