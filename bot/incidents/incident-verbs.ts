import { z } from 'zod';
import {
  findIncident,
  incidentKinds,
  mayTakeIncident,
  reportIncident,
  takeIncident,
  type IncidentKind,
} from '../../api/incidents/index.ts';
import { verb, type Verbs } from '../actions/index.ts';
import { cardKey } from '../cards/index.ts';
import { readerOf } from '../cards/reader.ts';
import { accidentCard, askVerb, longestWhat, reportVerb, whatField } from './accident-card.ts';
import { firstAid, firstAidBox } from './accident-parts.ts';
import { incidentCardFor, takeVerb } from './alarm-card.ts';
import { receiptCard } from './receipt-card.ts';

const kind: z.ZodType<IncidentKind> = z.enum(incidentKinds);

/**
 * "Giv besked til ISK": at once and at any hour; the card becomes the receipt. Whatever becomes of the press, the first step
 * and the number stand on the card. Everybody tells of what happened to themselves.
 */
const reportAction = verb({
  data: z.object({ kind, askKey: cardKey, [whatField]: z.string().trim().max(longestWhat).default('') }),
  isFor: () => true,
  run: async (context, actor, { kind: what, askKey, [whatField]: text }) => {
    const { incident } = await reportIncident(context, actor, { kind: what, askKey, text });
    return receiptCard(context, incident, readerOf(context, actor.personId));
  },
  urgent: (context, actor, { kind: what }) => firstAidBox(firstAid(context, actor, what, actor.language)),
});

/** What is chosen in the menu. It asks for nothing that somebody else has. */
const askAction = verb({
  data: z.object({ kind }),
  isFor: () => true,
  run: (context, actor, data) => Promise.resolve(accidentCard(context, actor, data.kind, actor.language)),
});

/** "Jeg tager den": the same card comes back and says who has it. */
const takeAction = verb({
  data: z.object({ incidentKey: cardKey }),
  isFor: (context, actor, { incidentKey }) => {
    const incident = findIncident(context, incidentKey);
    return incident !== undefined && mayTakeIncident(context, actor, incident);
  },
  run: async (context, actor, { incidentKey }) => {
    await takeIncident(context, actor, incidentKey);
    return incidentCardFor(context, incidentKey, actor.personId);
  },
});

/** The buttons about accidents. */
export const incidentVerbs: Verbs = {
  [reportVerb]: reportAction,
  [askVerb]: askAction,
  [takeVerb]: takeAction,
};
