import { ownThread } from '../../threads/index.ts';
import type { Block } from '../write-document.ts';
import type { TemplateProblem, Vocabulary } from './placeholders.ts';

/** Values of a template's names. A text may have several lines. */
export interface Values {
  texts: Readonly<Record<string, string>>;
  blocks: Readonly<Record<string, Block[]>>;
}
/** Plain data, cloneable to a thread. */
export interface Filling {
  template: Uint8Array;
  words: Vocabulary;
  /** Absent: only validates the template. */
  values?: Values & { loops: Readonly<Record<string, Values[]>> };
  title: string;
  creator: string;
}
/** `noWord`: not a readable Word document, or too large. */
export type Filled = { bytes: Uint8Array } | { problems: TemplateProblem[] } | { problems: 'noWord' };

/**
 * Fills a Word template: `{{name}}` becomes a text, `{{name}}` alone in a paragraph whole blocks, and content between
 * `{{#loop}}` and `{{/loop}}` is repeated. Problems are returned with their place. Some 300 ms on a thread. Rejects as
 * `ownThread`.
 */
export const fillTemplate = ownThread<Filling, Filled>(new URL('./fill-worker.ts', import.meta.url), {
  milliseconds: 60_000,
  megabytes: 512,
});
