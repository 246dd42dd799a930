import { z } from 'zod';

/** Of an inject or a criterion. */
export const itemKey = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9-]{1,40}$/);
/** Measured hours. */
export const measured = z.number().min(0).max(10_000);

/** Longest prose and note of an evaluation, characters. */
export const longestInEvaluation = { prose: 4_000, note: 500 } as const;
const prose = z.string().trim().max(longestInEvaluation.prose);
const note = z.string().trim().max(longestInEvaluation.note);

/** Partial: missing fields stay. */
export const evaluationBody = z.object({
  results: z
    .array(
      z.object({
        key: itemKey,
        met: z.boolean(),
        hours: measured.optional(),
        note,
        /** As the writer saw it; what another wrote since is merged. */
        before: z.object({ met: z.boolean().optional(), hours: measured.optional(), note }).optional(),
      }),
    )
    .max(20)
    .optional(),
  recovery: measured.nullable().optional(),
  dataLoss: measured.nullable().optional(),
  wentWell: prose.optional(),
  toImprove: prose.optional(),
  /** The texts as the writer saw them; what another wrote since is merged. */
  before: z.object({ wentWell: prose.optional(), toImprove: prose.optional() }).optional(),
});
export type EvaluationBody = z.output<typeof evaluationBody>;
