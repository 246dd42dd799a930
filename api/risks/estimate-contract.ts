import { z } from 'zod';
import { levelMark } from '../assets/contract.ts';

/** A step of a scale, from 1. */
export const step = z.number().int().min(1).max(6);
export const triple = z.object({
  confidentiality: step.optional(),
  integrity: step.optional(),
  availability: step.optional(),
});
/** One stage of a risk. Empty values are those of the stage before. */
export const estimate = z.object({
  likelihood: step.optional(),
  consequence: z.object({
    dataSubject: triple.optional(),
    organisation: triple.optional(),
    society: triple.optional(),
  }),
});
export type Estimate = z.output<typeof estimate>;

/** A risk's position at a stage: the cell, and its level. */
const cellView = z.object({
  consequence: step,
  consequenceWord: z.string(),
  likelihood: step,
  likelihoodWord: z.string(),
  level: levelMark,
  /** Source of the worst consequence. */
  worstView: z.enum(['dataSubject', 'organisation', 'society']),
  worstDimension: z.enum(['confidentiality', 'integrity', 'availability']),
});
export type CellView = z.output<typeof cellView>;
export const stagesView = z.object({
  inherent: cellView.optional(),
  current: cellView.optional(),
  target: cellView.optional(),
});
export type StagesView = z.output<typeof stagesView>;
