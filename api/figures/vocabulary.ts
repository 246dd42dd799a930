import { z } from 'zod';

/** `percent`: 0–100 with one decimal. `days` and `hours`: a mean with one decimal. `kroner`: whole. */
export const figureUnits = ['count', 'percent', 'days', 'hours', 'kroner'] as const;
/** Which way is good; `neither` tells of a size, not of how it goes. */
export const directions = ['up', 'down', 'neither'] as const;
/** What a figure is about, in the order in which it is shown. */
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

/** Which pages of figures the reader governs by. */
export const boards = z.object({ management: z.boolean(), coordinator: z.boolean(), team: z.boolean() });
