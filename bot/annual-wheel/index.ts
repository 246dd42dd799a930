export { completeAct, completePress, completeVerb } from './complete-act.ts';
