import { sniffFile } from '../files/index.ts';
import type { Upload } from '../http/endpoint.ts';
import { invalid } from '../kernel/index.ts';
import { wordsOf } from '../word/index.ts';
import { longestPolicy, type WordTextView } from './contract.ts';

/**
 * What a Word document says, as Markdown with its headings, lists, tables and links, for a draft to go on with; nothing is
 * stored. What it is comes from its bytes. No resource units. Throws AppError: invalid `policy.noWord` `policy.emptyWord`,
 * unavailable `threads.busy` when too many are being read.
 */
export async function textOfWord({ bytes }: Upload): Promise<WordTextView> {
  const file = await sniffFile(bytes);
  if (file?.kind !== 'word') throw invalid('policy.noWord', { field: 'file' });
  const found = await wordsOf(bytes, file.type, longestPolicy);
  if (found.text === '') throw invalid('policy.emptyWord', { field: 'file' });
  return found;
}
