export { courseBody, courseTitle, openCourse } from './course-card.ts';
export { declareAct, declarePress, declareVerb } from './declare-act.ts';
