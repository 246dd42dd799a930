import { z } from 'zod';
import { freshness, personRef } from '../../http/contract.ts';
import type { Endpoints } from '../../http/endpoint.ts';
import { expected } from '../../http/input.ts';
import { boards, directions, figureAreas, figureUnits } from '../vocabulary.ts';

const moment = z.iso.datetime();
const figureSettings = z.object({
  /** Red limits of figures: `limit` as set, `usual` the default. */
  limits: z.array(
    z.object({
      figure: z.string(),
      etag: z.string(),
      name: z.string(),
      area: z.enum(figureAreas),
      unit: z.enum(figureUnits),
      good: z.enum(directions),
      limit: z.number().optional(),
      usual: z.number().optional(),
      changedBy: personRef.optional(),
      changedAt: moment.optional(),
    }),
  ),
  /** The read-only key of Power BI. */
  feed: z.object({ active: z.boolean(), madeAt: moment.optional() }),
  abilities: z.object({ edit: z.boolean() }),
  boards,
  freshness,
});
export type FigureSettingsView = z.output<typeof figureSettings>;

export const figureSettingEndpoints = {
  'GET /api/figures/settings': {
    summary: 'From when each figure is red, and whether there is a key for Power BI',
    answer: figureSettings,
  },
  'PUT /api/figures/limits/:figureKey': {
    summary: 'Choose from when a figure is red',
    body: z.object({ limit: z.number().min(0).max(1_000_000_000), expected }),
    answer: figureSettings,
  },
  'DELETE /api/figures/limits/:figureKey': { summary: 'Back to the default', answer: figureSettings },
  'POST /api/figures/feed': {
    summary: 'Make a read-only key for Power BI; the one before stops',
    answer: z.object({ url: z.url(), madeAt: moment }),
  },
  'DELETE /api/figures/feed': { summary: 'Stop the key' },
} satisfies Endpoints;
