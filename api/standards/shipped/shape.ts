import type { Bilingual } from '../../kernel/index.ts';

/** Number in the standard, and its subject in our own Danish and English words. */
export type ShippedRequirement = readonly [ref: string, da: string, en: string];

/** A built-in standard: numbers and short titles of our own, never the standard's text. */
export interface ShippedStandard {
  key: string;
  /** Prefix of its requirements' keys. */
  prefix: string;
  title: Bilingual;
  version: string;
  /** Its requirements can be de-selected with a reason; not for laws and management systems. */
  selectable: boolean;
  sections: readonly { title: Bilingual; requirements: readonly ShippedRequirement[] }[];
}
