import { z } from 'zod';
import type { Endpoints } from '../http/endpoint.ts';
import { count } from './contract-fields.ts';
import { courseView } from './course-contract.ts';
import { myLearningView } from './learner-contract.ts';

/** Completions from Viva Learning. */
export const vivaContract = {
  'POST /api/learning/courses/:courseKey/sync': {
    summary: 'Fetch the completions of those who miss the course from Viva Learning, with the reader’s own rights',
    /** `left`: people not asked yet; repeat the call for them. */
    answer: z.object({ asked: count, recorded: count, left: count, course: courseView }),
  },
  'POST /api/learning/fetch-mine': {
    summary: 'Fetch my own completions from Viva Learning',
    answer: z.object({ recorded: count, mine: myLearningView }),
  },
} satisfies Endpoints;
