export { answerCommand, answerWritten } from './answer-command.ts';
export { commandVerbs } from './command-verbs.ts';
export { commandList } from './command-list.ts';
export { groupCard } from './help-card.ts';
export { withoutMentions } from './understand.ts';
export { answerStranger } from './stranger.ts';
