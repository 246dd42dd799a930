import type { Language } from '../kernel/index.ts';
import { ownThread } from '../threads/index.ts';
import type { PaperChart } from './bars.ts';

/** A paper's content, from top to bottom. */
export type PaperBlock =
  /** `above`: a line over it, as on a cover. */
  | { kind: 'title'; text: string; above?: string }
  | { kind: 'heading'; text: string }
  | { kind: 'subheading'; text: string }
  | { kind: 'text'; text: string; strong?: boolean }
  /** `shares`: relative column widths, summing to 1; default equal. */
  | { kind: 'table'; head: string[]; rows: string[][]; shares?: number[] }
  | ({ kind: 'chart' } & PaperChart)
  /** People's text with headings, lists and tables. */
  | { kind: 'markdown'; text: string }
  | { kind: 'newPage' };

/** Plain data, cloneable to a thread. */
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

/** A4 sheets as a PDF, tagged for screen readers, generated on a worker thread. Rejects as `ownThread`. */
export const writePaper = ownThread<PaperDocument, Uint8Array>(new URL('./paper-worker.ts', import.meta.url), {
  milliseconds: 60_000,
  megabytes: 256,
});
