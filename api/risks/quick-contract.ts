import { z } from 'zod';

/** Questions of the short form; each `yes` or `unknown` counts. Texts under `riskAssessment.quick.question.<key>`. */
export const quickQuestions = [
  'sensitiveData',
  'manyPeople',
  'vulnerablePeople',
  'moneyOrRights',
  'hardWithout',
  'outsideAccess',
  'newTechnology',
] as const;
export const quickAnswers = ['yes', 'no', 'unknown'] as const;
export const quickForm = z.object({
  answers: z.partialRecord(z.enum(quickQuestions), z.enum(quickAnswers)),
  /** What the writer says to it. */
  note: z.string().max(2_000),
});
