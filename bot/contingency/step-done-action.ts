import { z } from 'zod';
import { Downtimes, mayReadDowntime, ownPartOf, stepDone } from '../../api/contingency/index.ts';
import type { Context } from '../../api/context.ts';
import type { Actor } from '../../api/kernel/index.ts';
import { verb } from '../actions/index.ts';
import { cardKey, refusal, wasTold, type Thanks } from '../cards/index.ts';
import { downtimeCardFor } from './downtime-card.ts';

const data = z.object({ subjectKey: cardKey, planKey: cardKey, stepKey: cardKey });
type Pressed = z.output<typeof data>;

/** "Trin 2 er gjort": logged, and the card shows the next step. A repeat is one entry. */
export const stepDoneAction = verb({
  data,
  isFor: (context, actor, { subjectKey }) => {
    const downtime = context.list(Downtimes).get(subjectKey);
    if (!downtime) return false;
    return (
      wasTold(context, actor, subjectKey) ||
      mayReadDowntime(context, actor, downtime) ||
      ownPartOf(context, downtime, actor.personId) !== undefined
    );
  },
  run: async (context, actor, pressed) =>
    downtimeCardFor(context, pressed.subjectKey, actor.personId, await done(context, actor, pressed)),
});

async function done(context: Context, actor: Actor, pressed: Pressed): Promise<Thanks> {
  const t = context.texts(actor.language);
  try {
    const { subjectKey: downtimeKey, planKey, stepKey } = pressed;
    await stepDone(context, actor, { downtimeKey, planKey, stepKey });
    const downtime = context.list(Downtimes).get(pressed.subjectKey);
    const steps = (downtime && ownPartOf(context, downtime, actor.personId)?.steps) ?? [];
    const number = steps.findIndex(({ planKey, key }) => planKey === pressed.planKey && key === pressed.stepKey) + 1;
    return { tone: 'good', text: number > 0 ? t('downtime.own.thanks', { number }) : t('downtime.own.thanksAlready') };
  } catch (thrown) {
    return refusal(context, actor.language, thrown);
  }
}
