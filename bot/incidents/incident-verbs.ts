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
 * "Giv besked til ISK": immediate, at any hour; the card becomes the receipt. Whatever the result, first step and
 * number stay on the card. People report their own accidents.
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

/** A choice in the menu. Needs no data of others. */
const askAction = verb({
  data: z.object({ kind }),
  isFor: () => true,
  run: (context, actor, data) => Promise.resolve(accidentCard(context, actor, data.kind, actor.language)),
});

/** "Jeg tager den": returns the card with who has it. */
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

/** Accident buttons. */
export const incidentVerbs: Verbs = {
  [reportVerb]: reportAction,
  [askVerb]: askAction,
  [takeVerb]: takeAction,
};
