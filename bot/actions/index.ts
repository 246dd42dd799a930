export { errorCard, strangerCard } from './error-card.ts';
export { pressOfInvoke, pressOfSubmit, type Press } from './press.ts';
export { attempt, languageFor, readPress } from './attempt.ts';
export { mostPresses, pressLimit, type PressLimit } from './press-limit.ts';
export { createPromises, type Promises } from './promises.ts';
export { runAction } from './run-action.ts';
export { PartlyDone, verb, type Verb, type Verbs } from './verb.ts';
