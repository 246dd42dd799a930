/**
 * Questions that only a real tenant answers: asked by `npm run isms -- probe`, and answered in any of the ways by the
 * desk. A room apart, so that both the emulator, which imports nothing of the product, and production, which loads no
 * emulator, may read it.
 */
export { allAnswers, readProfile, type Profile } from './profile.ts';
export { groups, isQuestion, questionIds, questions, type Answers, type QuestionId } from './table.ts';
export { answersOf, type Group, type Otherwise, type Question } from './question.ts';
export { isScratch, newList, scratchColumns, scratchPrefix } from './scratch.ts';
export { NotAsked, Odd, isDone, isJson, entriesIn, textIn, needed, type Json, type Reply } from './reply.ts';
export { writeRole } from './asking.ts';
export type { Asking, Call, Person, ScratchLibrary, ScratchList } from './asking.ts';
