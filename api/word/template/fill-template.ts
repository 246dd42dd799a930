import { ownThread } from '../../threads/index.ts';
import type { Block } from '../write-document.ts';
import type { TemplateProblem, Vocabulary } from './placeholders.ts';

/** What stands for the names of a template. A text may have lines. */
export interface Values {
  texts: Readonly<Record<string, string>>;
  blocks: Readonly<Record<string, Block[]>>;
}
/** Plain data, so that it can be handed to a thread. */
export interface Filling {
  template: Uint8Array;
  words: Vocabulary;
  /** Absent: the template is only looked through. */
  values?: Values & { loops: Readonly<Record<string, Values[]>> };
  title: string;
  creator: string;
}
/** `noWord`: it is no Word document that can be read, or holds too much. */
export type Filled = { bytes: Uint8Array } | { problems: TemplateProblem[] } | { problems: 'noWord' };

/**
 * A Word document made of somebody's own: `{{name}}` becomes a text, `{{name}}` alone in a paragraph whole blocks, and what
 * stands between `{{#loop}}` and `{{/loop}}` is repeated. What is wrong with it comes back with the place. Some 300 ms on a
 * thread. Rejects as `ownThread`.
 */
export const fillTemplate = ownThread<Filling, Filled>(new URL('./fill-worker.ts', import.meta.url), {
  milliseconds: 60_000,
  megabytes: 512,
});
