import { z } from 'zod';

/** What was lost in the conversion of a Word document, each with the preceding words. */
export const wordNotes = z.array(
  z.object({ kind: z.enum(['picture', 'mergedCells', 'nestedTable', 'cut']), near: z.string() }),
);
export type WordNotes = z.output<typeof wordNotes>;
