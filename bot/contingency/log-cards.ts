import { Downtimes, subjectOfInject } from '../../api/contingency/index.ts';
import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import type { Thanks } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { downtimeCardFor } from './downtime-card.ts';
import { injectCardFor } from './inject-card.ts';

/** A kind of card that the log is written from. */
interface LogCard {
  isAbout(context: Context, subjectKey: string): boolean;
  cardFor(context: Context, subjectKey: string, personId: PersonId, thanks?: Thanks): ChatMessage;
}

/** The card that comes back after a press. A kind joins with one row. */
const logCards: readonly LogCard[] = [
  { isAbout: (_context, subjectKey) => subjectOfInject(subjectKey) !== undefined, cardFor: injectCardFor },
  {
    isAbout: (context, subjectKey) => context.list(Downtimes).get(subjectKey) !== undefined,
    cardFor: downtimeCardFor,
  },
];

export const logCardFor = (context: Context, subjectKey: string, personId: PersonId, thanks?: Thanks): ChatMessage =>
  (logCards.find(({ isAbout }) => isAbout(context, subjectKey))?.cardFor ?? injectCardFor)(
    context,
    subjectKey,
    personId,
    thanks,
  );
