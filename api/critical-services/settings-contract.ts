import { z } from 'zod';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expected } from '../http/input.ts';
import { mostHours } from './vocabulary.ts';

const words = z.object({ da: z.string().trim().min(1).max(200), en: z.string().trim().max(200).optional() });
/** Always five, so that levels keep their index when renamed. */
const impactLevelCount = 5;

/** Impact settings: the points are data. */
export const continuitySettings = z.object({
  /** Hours at which the impact is described; ascending. */
  points: z
    .array(z.number().positive().max(mostHours))
    .min(2)
    .max(10)
    .refine((points) => points.every((point, place) => place === 0 || point > (points[place - 1] ?? 0))),
  /** Levels of harm, mildest first. */
  levels: z.array(z.object({ word: words, meaning: words })).length(impactLevelCount),
  /** Index of the first unacceptable level. */
  unacceptableFrom: z
    .number()
    .int()
    .min(1)
    .max(impactLevelCount - 1),
  /** Recovery needed within these hours is vital. */
  vitalWithin: z.number().positive().max(mostHours),
});
export type ContinuitySettings = z.output<typeof continuitySettings>;

export const settingsContract = {
  'GET /api/continuity-settings': {
    summary: 'How impact over time is measured',
    answer: z.object({
      settings: continuitySettings,
      etag: z.string(),
      /** The built-in settings, unchanged. */
      shipped: z.boolean(),
      changedBy: personRef.optional(),
      changedAt: z.iso.datetime().optional(),
      abilities: z.object({ edit: z.boolean() }),
      freshness,
    }),
  },
  'PUT /api/continuity-settings': {
    summary: 'Change points, levels and what counts as vital',
    body: continuitySettings.extend({ expected }),
    answer: continuitySettings,
  },
} satisfies Endpoints;
