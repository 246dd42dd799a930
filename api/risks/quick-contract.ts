import { z } from 'zod';

/** Questions of the short form; `yes` and `unknown` count. Texts under `riskAssessment.quick.question.<key>`. */
export const quickQuestions = [
  'sensitiveData',
  'manyPeople',
  'vulnerablePeople',
  'moneyOrRights',
  'hardWithout',
  'outsideAccess',
  'newTechnology',
] as const;
const quickAnswers = ['yes', 'no', 'unknown'] as const;
export const quickForm = z.object({
  answers: z.partialRecord(z.enum(quickQuestions), z.enum(quickAnswers)),
  /** The writer's note. */
  note: z.string().max(2_000),
});
