import type { Bilingual } from '../../kernel/index.ts';

/** Number in the standard, and what it is about in our own Danish and English words. */
export type ShippedRequirement = readonly [ref: string, da: string, en: string];

/** A standard that comes with the product: numbers and short titles of our own, never the standard's text. */
export interface ShippedStandard {
  key: string;
  /** What the keys of its requirements begin with. */
  prefix: string;
  title: Bilingual;
  version: string;
  /** Its requirements can be de-selected with a reason; of a law, and of a management system, they cannot. */
  selectable: boolean;
  sections: readonly { title: Bilingual; requirements: readonly ShippedRequirement[] }[];
}
