import { z } from 'zod';
import { writeLog } from '../../api/contingency/index.ts';
import type { Context } from '../../api/context.ts';
import type { Actor } from '../../api/kernel/index.ts';
import { verb } from '../actions/index.ts';
import { cardKey, refusal, wasTold, type Thanks } from '../cards/index.ts';
import { longestDecision } from './decision-field.ts';
import { isOver, logCardFor, mayReadLog } from './log-cards.ts';

const data = z.object({ subjectKey: cardKey, text: z.string().trim().max(longestDecision).default('') });
type Pressed = z.output<typeof data>;

/**
 * "Skriv i loggen": logs a decision in a test or a downtime. The same card returns with a receipt; a repeat with the
 * same words is one entry, and a stale card shows its current state.
 */
export const logDecisionAction = verb({
  data,
  isFor: (context, actor, { subjectKey }) =>
    wasTold(context, actor, subjectKey) || mayReadLog(context, actor, subjectKey),
  run: async (context, actor, pressed) =>
    logCardFor(context, pressed.subjectKey, actor.personId, await written(context, actor, pressed)),
});

async function written(context: Context, actor: Actor, { subjectKey, text }: Pressed): Promise<Thanks> {
  const t = context.texts(actor.language);
  const onOver = <Key extends string>(over: Key, asking: Key): Key => (isOver(context, subjectKey) ? over : asking);
  if (text === '') return { tone: 'warning', text: t(`contingencyTests.card.inject.${onOver('over', 'empty')}`) };
  try {
    await writeLog(context, actor, { subjectKey, kind: 'decision', text, occasion: subjectKey });
    return { tone: 'good', text: t(`contingencyTests.card.inject.${onOver('thanksLate', 'thanks')}`) };
  } catch (thrown) {
    return refusal(context, actor.language, thrown);
  }
}
