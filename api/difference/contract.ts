import { z } from 'zod';

/** Words of a paragraph that has changed. */
const changedPart = z.object({ text: z.string(), kind: z.enum(['same', 'added', 'removed']) });

/** One paragraph of two compared texts. `changed` has its words. */
export const differenceBlock = z.object({
  kind: z.enum(['same', 'added', 'removed', 'changed']),
  text: z.string(),
  parts: z.array(changedPart).optional(),
});
export type DifferenceBlock = z.output<typeof differenceBlock>;
