import { z } from 'zod';

/** What of a Word document did not come along into its text as it was, and after which words it stands. */
export const wordNotes = z.array(
  z.object({ kind: z.enum(['picture', 'mergedCells', 'nestedTable', 'cut']), near: z.string() }),
);
export type WordNotes = z.output<typeof wordNotes>;
