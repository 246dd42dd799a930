import { fileNamed } from '../files/index.ts';
import { ownThread } from '../threads/index.ts';

export interface Cell {
  /** First line, bold. */
  title?: string;
  text: string;
  /** RGB without `#`. */
  fill?: string;
  bold?: boolean;
  align?: 'right';
  /** Each on its own line, after the text. */
  links?: { words: string; address: string }[];
}

/** A section's content, from top to bottom. Sizes are in half points, widths in twips. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  /** A paragraph for each line; an empty text is one empty paragraph. */
  | { kind: 'text'; text: string; size?: number; bold?: boolean }
  /** The header repeats on each page; optional. */
  | { kind: 'table'; widths: number[]; header: string[]; rows: Cell[][] }
  /** People's Markdown. */
  | { kind: 'markdown'; text: string }
  /** A native bar chart. `alt` is the picture in words; `unit` is an Excel number format. */
  | {
      kind: 'chart';
      title: string;
      alt: string;
      unit: string;
      most: number;
      series: { name: string; color: string }[];
      bars: { title: string; values: (number | null)[] }[];
    };

/** Pages of one shape: A4 between margins of 2 cm, 9,638 twips wide when upright and 14,570 across. */
export interface Section {
  across: boolean;
  blocks: Block[];
}

/** Plain data, cloneable to a thread. Pages have title and number in the footer. */
export interface WordDocument {
  creator: string;
  title: string;
  sections: Section[];
}

const write = ownThread<WordDocument, Uint8Array>(new URL('./word-worker.ts', import.meta.url), {
  milliseconds: 60_000,
  megabytes: 512,
});

/**
 * A Word document with its download name. Generated on a worker thread: a hundred threats in tables take seconds, which
 * would block card presses. Rejects as `ownThread`.
 */
export const wordDocument = async (
  name: string,
  document: WordDocument,
): Promise<{ fileName: string; bytes: Uint8Array }> => ({
  fileName: fileNamed(name, 'docx'),
  bytes: await write(document),
});
