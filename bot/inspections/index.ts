export { answerInspectionAct, answerInspectionOnDigestVerb, answerInspectionPress } from './answer-act.ts';
