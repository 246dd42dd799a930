import {
  ContingencyTests,
  Downtimes,
  mayReadDowntime,
  mayReadInject,
  mayReadTest,
  subjectOfInject,
} from '../../api/contingency/index.ts';
import type { Context } from '../../api/context.ts';
import type { Actor, PersonId } from '../../api/kernel/index.ts';
import type { Thanks } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { downtimeCardFor } from './downtime-card.ts';
import { injectCardFor, isInjectOver } from './inject-card.ts';

/** A kind of card that writes to the log. */
interface LogCard {
  isAbout(context: Context, subjectKey: string): boolean;
  cardFor(context: Context, subjectKey: string, personId: PersonId, thanks?: Thanks): ChatMessage;
  /** It accepts no more, though its log may for a while. Absent: never. */
  isOver?(context: Context, subjectKey: string): boolean;
}

/** The card returned after a press. A kind joins with one row. */
const logCards: readonly LogCard[] = [
  {
    isAbout: (_context, subjectKey) => subjectOfInject(subjectKey) !== undefined,
    cardFor: injectCardFor,
    isOver: isInjectOver,
  },
  {
    isAbout: (context, subjectKey) => context.list(Downtimes).get(subjectKey) !== undefined,
    cardFor: downtimeCardFor,
  },
];

const cardAbout = (context: Context, subjectKey: string): LogCard | undefined =>
  logCards.find(({ isAbout }) => isAbout(context, subjectKey));

export const logCardFor = (context: Context, subjectKey: string, personId: PersonId, thanks?: Thanks): ChatMessage =>
  (cardAbout(context, subjectKey)?.cardFor ?? injectCardFor)(context, subjectKey, personId, thanks);

/** Whether a card with a field is stale. */
export const isOver = (context: Context, subjectKey: string): boolean =>
  cardAbout(context, subjectKey)?.isOver?.(context, subjectKey) ?? false;

/** Whether the actor may read the card's subject in the tab. */
export function mayReadLog(context: Context, actor: Actor, subjectKey: string): boolean {
  const inject = subjectOfInject(subjectKey);
  const test = inject && context.list(ContingencyTests).get(inject.testKey);
  if (test)
    return (
      mayReadTest(context, actor, test) &&
      test.injects.some((one) => one.key === inject.injectKey && mayReadInject(context, actor, test, one))
    );
  const downtime = context.list(Downtimes).get(subjectKey);
  return downtime !== undefined && mayReadDowntime(context, actor, downtime);
}
