import { z } from 'zod';
import { completeTask, findTask, isTaskFor, responsibleNow, type WheelTask } from '../../api/annual-wheel/index.ts';
import type { Context } from '../../api/context.ts';
import { AppError, type Actor } from '../../api/kernel/index.ts';
import { findPerson } from '../../api/organisation/index.ts';
import { cardKey, field, firstName, press, shorten, type ActOn, type Thanks } from '../cards/index.ts';
import { shippedIn } from '../../api/texts/shipped-words.ts';

export const completeVerb = 'digest.completeTask';
/** Characters of a note or evidence: a few lines, as in the tab. */
const longest = 1_000;

/** "Markér som udført", with a note, or the evidence that the activity requires. */
export const completeAct: ActOn = (context, { subject }, { t, language, alone }) => {
  const task = findTask(context, subject.key);
  if (!task) return undefined;
  const { evidence } = task.activity;
  const title = alone
    ? t('reminderCards.task.done')
    : t('reminderCards.task.doneNamed', { title: shorten(shippedIn(subject.title, language), 45) });
  const act = { title, verb: completeVerb, data: { taskKey: subject.key } };
  if (evidence !== '')
    return {
      ...act,
      fields: [
        field(
          'evidence',
          t('reminderCards.task.evidence', { what: shorten(shippedIn(evidence, language), 120) }),
          longest,
        ),
      ],
    };
  // A note is a courtesy: among several things it would be a field each.
  return alone ? { ...act, fields: [field('note', t('reminderCards.task.note'), longest)] } : act;
};

const text = z.string().trim().max(longest).default('');

export const completePress = press({
  data: z.object({ taskKey: cardKey, note: text, evidence: text }),
  about: ({ taskKey }) => taskKey,
  isFor: (context, actor, { taskKey }) => isTaskFor(context, actor, taskKey),
  run: async (context, actor, input) => {
    const t = context.texts(actor.language);
    try {
      const { result, task } = await completeTask(context, actor, input);
      const key = result === 'completed' ? 'reminderCards.thanks.task' : 'reminderCards.thanks.taskAlready';
      return { tone: 'good', text: t(key, { name: firstName(actor.name), title: titleOf(task) }) };
    } catch (thrown) {
      const task = findTask(context, input.taskKey);
      if (!task || !(thrown instanceof AppError) || thrown.kind !== 'forbidden') throw thrown;
      return passedOn(context, actor, task);
    }
  },
});

const titleOf = ({ activity }: WheelTask): string => shorten(activity.title, 120);

/** Passed to another since the card: done, or handed over. */
function passedOn(context: Context, actor: Actor, task: WheelTask): Thanks {
  const t = context.texts(actor.language);
  const title = titleOf(task);
  if (task.state === 'done') return { tone: 'good', text: t('reminderCards.thanks.taskAlready', { title }) };
  const personId = responsibleNow(context, task);
  const name = personId && findPerson(context, personId)?.title;
  if (name === undefined) return { tone: 'warning', text: t('reminderCards.thanks.passedOnSomebody', { title }) };
  return { tone: 'warning', text: t('reminderCards.thanks.passedOn', { title, name: shorten(name, 80) }) };
}
