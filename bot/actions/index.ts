export { errorCard, strangerCard } from './error-card.ts';
export { pressOfInvoke, pressOfSubmit, type Press } from './press.ts';
export { runAction, type ActionOutcome } from './run-action.ts';
export { verb, type Verb, type Verbs } from './verb.ts';
