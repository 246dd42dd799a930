import { z } from 'zod';
import { verb, type Verbs } from '../actions/index.ts';
import { answerPressed } from './answer-command.ts';
import { pressable, sayVerb } from './help-card.ts';

/** Written and pressed commands get the same answer. Needs no data of others. */
const sayAction = verb({
  data: z.object({ command: z.enum(pressable) }),
  isFor: () => true,
  run: (context, actor, { command }) => Promise.resolve(answerPressed(context, actor, command)),
});

/** Command buttons. */
export const commandVerbs: Verbs = { [sayVerb]: sayAction };
