import type { MyLearningView } from '../../api/awareness/contract.ts';
import type { ApiAnswer } from '../shared/api/client.ts';

/** A course of mine, as the API tells it. */
export type Course = MyLearningView['courses'][number];
/** A person in a round. */
export type Learner = ApiAnswer<'GET /api/learning/rounds/:roundKey/people'>['people'][number];
export type Exemption = ApiAnswer<'GET /api/learning/exemptions'>['exemptions'][number];

/** Only those missing the course with Teams can be reminded. */
export const mayNudge = ({ state, teams }: Learner): boolean => teams && (state === 'open' || state === 'overdue');
