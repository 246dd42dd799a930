import { z } from 'zod';
import { tones } from '../assets/contract.ts';
import { freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expected, oneLine } from '../http/input.ts';
import { accepters } from './vocabulary.ts';

const count = z.number().int();
const words = (most: number) =>
  z.object({ da: z.string().trim().min(1).max(most), en: z.string().trim().max(most).optional() });

/** A step of likelihood or consequence, numbered by position from 1. */
const scaleStep = z.object({ word: words(40), description: words(500) });
const scaleLevel = z.object({
  word: words(40),
  description: words(500),
  tone: z.enum(tones),
  /** Who may accept such risks. */
  acceptedBy: z.enum(accepters),
});
/**
 * A risk scale. `matrix[consequence - 1][likelihood - 1]` is a level index, mildest 0: a lookup and not a product, so
 * it may be asymmetric, but never falls with growing consequence or likelihood.
 */
export const riskScale = z.object({
  likelihood: z.array(scaleStep).min(3).max(6),
  consequence: z.array(scaleStep).min(3).max(6),
  levels: z.array(scaleLevel).min(2).max(6),
  matrix: z
    .array(z.array(count.min(0).max(5)).max(6))
    .min(3)
    .max(6),
});
export type RiskScale = z.output<typeof riskScale>;

/** A scale in the reader's language. */
export const scaleView = z.object({
  likelihood: z.array(z.object({ word: z.string(), description: z.string() })),
  consequence: z.array(z.object({ word: z.string(), description: z.string() })),
  levels: z.array(
    z.object({
      word: z.string(),
      description: z.string(),
      tone: z.enum(tones),
      severity: z.number(),
      acceptedBy: z.enum(accepters),
      /** Cells with this level, `[consequence, likelihood]` from 1, for the legend. */
      cells: z.array(z.tuple([count, count])),
    }),
  ),
  matrix: z.array(z.array(count)),
});
export type ScaleView = z.output<typeof scaleView>;

const scaleSummary = z.object({
  key: z.string(),
  title: z.string(),
  source: z.enum(['shipped', 'own']),
  isCurrent: z.boolean(),
  /** Assessments on it; each has its own copy. */
  usedBy: count,
  scale: riskScale,
  view: scaleView,
});
export type ScaleSummary = z.output<typeof scaleSummary>;
const scalesAnswer = z.object({
  scales: z.array(scaleSummary),
  abilities: z.object({ edit: z.boolean() }),
  freshness,
});

/** A threat of a catalogue. */
export const threat = z.object({ key: z.string(), title: words(200), description: words(1_000) });
export type Threat = z.output<typeof threat>;
const catalogueSummary = z.object({
  key: z.string(),
  etag: z.string(),
  title: z.string(),
  source: z.enum(['shipped', 'own']),
  kind: z.enum(['system', 'workProcess', 'both']),
  hidden: z.boolean(),
  usedBy: count,
  threats: z.array(z.object({ key: z.string(), title: z.string(), description: z.string() })),
});
export type CatalogueSummary = z.output<typeof catalogueSummary>;
export const catalogueBody = z.object({
  title: oneLine.min(1).max(120),
  kind: z.enum(['system', 'workProcess', 'both']),
  /** A threat without a key is new. */
  threats: z
    .array(
      z.object({
        key: z.string().max(100).optional(),
        title: oneLine.min(1).max(200),
        description: z.string().trim().max(1_000).default(''),
      }),
    )
    .min(1)
    .max(80),
});
export type CatalogueBody = z.input<typeof catalogueBody>;
const cataloguesAnswer = z.object({
  catalogues: z.array(catalogueSummary),
  abilities: z.object({ edit: z.boolean() }),
  freshness,
});

export const scalesContract = {
  'GET /api/risks/scales': {
    summary: 'Scales that risks may be measured with, and the one in use (R1)',
    answer: scalesAnswer,
  },
  'POST /api/risks/scales': {
    summary: 'Make an own scale; scales never change, so that old assessments say what they said',
    body: z.object({ title: oneLine.min(1).max(120), scale: riskScale }),
    answer: scalesAnswer,
  },
  'POST /api/risks/scales/:scaleKey/choose': { summary: 'Measure new assessments with this one', answer: scalesAnswer },
  'GET /api/risks/catalogues': { summary: 'Catalogues of threats', answer: cataloguesAnswer },
  'POST /api/risks/catalogues': { summary: 'Make an own catalogue', body: catalogueBody, answer: cataloguesAnswer },
  'PUT /api/risks/catalogues/:catalogueKey': {
    summary: 'Change an own catalogue',
    body: catalogueBody.extend({ expected }),
    answer: cataloguesAnswer,
  },
  'PUT /api/risks/catalogues/:catalogueKey/hidden': {
    summary: 'Hide a catalogue from new assessments, or show it again',
    body: z.object({ hidden: z.boolean() }),
    answer: cataloguesAnswer,
  },
} satisfies Endpoints;
