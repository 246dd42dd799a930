/** Courses, yearly rounds and who has taken them (R8). */
export { Courses, type Course } from './course-list.ts';
export { CourseRounds, type CourseRound } from './round-list.ts';
export { Completions, type Completion, type CompletionSource } from './completion-list.ts';
export { Exemptions, type Exemption } from './exemption-list.ts';
export { MissedCycles, type MissedCycle } from './missed-cycle-list.ts';
export { completionKey } from './completions.ts';
export { courseSource, learningKey, learningPath } from './learning-obligations.ts';
export { declareCourse, type DeclareCourse } from './declare-course.ts';
export { isNewCompletion, recordCompletions, type CompletionRow } from './record-completions.ts';
export { groupsOfRounds, openRounds } from './rounds.ts';
