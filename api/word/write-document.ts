import { ownThread } from '../threads/index.ts';

export interface Cell {
  /** Stands first and bold. */
  title?: string;
  text: string;
  /** RGB without `#`. */
  fill?: string;
  bold?: boolean;
  align?: 'right';
  /** Each on a line of its own, after the text. */
  links?: { words: string; address: string }[];
}

/** What a section is made of, from top to bottom. Sizes are in half points, widths in twips. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  /** A paragraph for each line; an empty text is one empty paragraph. */
  | { kind: 'text'; text: string; size?: number; bold?: boolean }
  /** The header stands on each page; without one there are rows alone. */
  | { kind: 'table'; widths: number[]; header: string[]; rows: Cell[][] }
  /** A text as people write it. */
  | { kind: 'markdown'; text: string }
  /** Bars that Word draws itself. `alt` says everything that the picture says; `unit` is a number format of Excel. */
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

/** Plain data, so that it can be handed to a thread. Each page says the title and its number at the foot. */
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
 * A Word document with the name it is downloaded under. Written on a thread of its own: a hundred threats in tables take
 * seconds, in which people who press a card must not wait. Rejects as `ownThread`.
 */
export const wordDocument = async (
  name: string,
  document: WordDocument,
): Promise<{ fileName: string; bytes: Uint8Array }> => ({
  fileName: `${name.replace(/[^\p{L}\p{N}. -]/gu, '').slice(0, 120)}.docx`,
  bytes: await write(document),
});
