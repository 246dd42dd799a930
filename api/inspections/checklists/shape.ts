import type { Bilingual } from '../../kernel/index.ts';
import type { ChecklistItem } from '../inspection-lists.ts';
import type { Topic } from '../vocabulary.ts';

/** A checklist to plan an inspection from. */
export interface Checklist {
  /** Immutable. */
  key: string;
  version: number;
  topic: Topic;
  title: Bilingual;
  /** Method and sample. */
  how: Bilingual;
  items: readonly ChecklistItem[];
}

/** Key, Danish question and criterion, the same in English, and their requirements. */
export type ItemRow = readonly [
  key: string,
  da: string,
  daCriterion: string,
  en: string,
  enCriterion: string,
  requirements: string,
];

/** Requirements are written `A.5.18 gdpr.32.1.b`: annex A of ISO 27001 without prefix. */
export const itemsFrom = (prefix: string, rows: readonly ItemRow[]): ChecklistItem[] =>
  rows.map(([key, da, daCriterion, en, enCriterion, requirements]) => ({
    key: `${prefix}.${key}`,
    question: { da, en },
    criterion: { da: daCriterion, en: enCriterion },
    requirementKeys: requirements.split(' ').map((ref) => (ref.startsWith('A.') ? `iso27001.${ref}` : ref)),
    controlKeys: [],
  }));
