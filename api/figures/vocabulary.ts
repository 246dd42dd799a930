import { z } from 'zod';

/** `percent`: 0–100 with one decimal. `days` and `hours`: a mean with one decimal. `kroner`: whole. */
export const figureUnits = ['count', 'percent', 'days', 'hours', 'kroner'] as const;
/** The better direction; `neither` is a size without one. */
export const directions = ['up', 'down', 'neither'] as const;
/** Areas, in display order. */
export const figureAreas = [
  'people',
  'procedures',
  'risks',
  'standards',
  'contingency',
  'inspections',
  'wheel',
  'decisions',
  'incidents',
] as const;

/** The reader's overview pages. */
export const boards = z.object({ management: z.boolean(), coordinator: z.boolean(), team: z.boolean() });
