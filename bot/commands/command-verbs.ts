import { z } from 'zod';
import { verb, type Verbs } from '../actions/index.ts';
import { answerPressed } from './answer-command.ts';
import { pressable, sayVerb } from './help-card.ts';

/** What is written and what is pressed have the same answer. It asks for nothing that somebody else has. */
const sayAction = verb({
  data: z.object({ command: z.enum(pressable) }),
  isFor: () => true,
  run: (context, actor, { command }) => Promise.resolve(answerPressed(context, actor, command)),
});

/** The buttons that say a command. */
export const commandVerbs: Verbs = { [sayVerb]: sayAction };
