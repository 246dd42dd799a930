import type { MyLearningView } from '../../api/awareness/contract.ts';
import type { ApiAnswer } from '../shared/api/client.ts';

/** A course of mine, as the API tells it. */
export type Course = MyLearningView['courses'][number];
/** Somebody in the list of a round's people. */
export type Learner = ApiAnswer<'GET /api/learning/rounds/:roundKey/people'>['people'][number];
export type Exemption = ApiAnswer<'GET /api/learning/exemptions'>['exemptions'][number];

/** Only who misses the course and has Teams can be reminded there. */
export const mayNudge = ({ state, teams }: Learner): boolean => teams && (state === 'open' || state === 'overdue');
