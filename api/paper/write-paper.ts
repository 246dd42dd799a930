import type { Language } from '../kernel/index.ts';
import { ownThread } from '../threads/index.ts';
import type { PaperChart } from './bars.ts';

/** What a paper is made of, from top to bottom. */
export type PaperBlock =
  /** `above`: a line over it, as on a cover. */
  | { kind: 'title'; text: string; above?: string }
  | { kind: 'heading'; text: string }
  | { kind: 'subheading'; text: string }
  | { kind: 'text'; text: string; strong?: boolean }
  /** `shares`: how wide each column is, together 1; else all are alike. */
  | { kind: 'table'; head: string[]; rows: string[][]; shares?: number[] }
  | ({ kind: 'chart' } & PaperChart)
  /** A text with headings, lists and tables as people write them. */
  | { kind: 'markdown'; text: string }
  | { kind: 'newPage' };

/** Plain data, so that it can be handed to a thread. */
export interface PaperDocument {
  title: string;
  author: string;
  language: Language;
  /** Moment, ISO 8601: the same content gives the same bytes. */
  madeAt: string;
  footer: string;
  /** `Side {page} af {of}`. */
  page: string;
  blocks: PaperBlock[];
}

/** A4 sheets as a PDF, tagged for screen readers, drawn on a thread of its own. Rejects as `ownThread`. */
export const writePaper = ownThread<PaperDocument, Uint8Array>(new URL('./paper-worker.ts', import.meta.url), {
  milliseconds: 60_000,
  megabytes: 256,
});
