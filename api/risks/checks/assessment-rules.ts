import { aboutAssessments, type Rule } from './rule.ts';

/** Data of which the consequence for those it is about must be told (GDPR articles 9, 10 and 35). */
const delicate: readonly string[] = ['sensitive', 'criminal'];

/** What can be wrong about an assessment as a whole. */
export const assessmentRules: readonly Rule[] = [
  aboutAssessments(
    { code: 'threatsUnanswered', severity: 'warning' },
    ({ assessment, unanswered }) => assessment.form === 'full' && unanswered.length > 0 && { count: unanswered.length },
  ),
  aboutAssessments(
    { code: 'withoutDataSubjects', severity: 'error' },
    ({ assessment }, { asset }) =>
      assessment.form === 'full' &&
      !assessment.views.includes('dataSubject') &&
      asset.personalData.some((kind) => delicate.includes(kind)),
  ),
  aboutAssessments(
    { code: 'withoutParticipants', severity: 'info' },
    ({ assessment }) => assessment.participantIds.length === 0 && assessment.guests.trim() === '',
  ),
];
