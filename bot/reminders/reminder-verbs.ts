import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import type { Actor, LocalDate } from '../../api/kernel/index.ts';
import { countAnew, nudgeOthers, wasOnDigestOf } from '../../api/reminders/index.ts';
import { formatNumber } from '../../api/texts/format.ts';
import { verb, type Verb, type Verbs } from '../actions/index.ts';
import { completePress, completeVerb } from '../annual-wheel/index.ts';
import {
  confirmPartOnDigestVerb,
  confirmPartPress,
  placePackOnDigestVerb,
  placePackPress,
  reviewServiceOnDigestVerb,
  reviewServicePress,
} from '../contingency/index.ts';
import { answerInspectionOnDigestVerb, answerInspectionPress } from '../inspections/index.ts';
import { declarePress, declareVerb } from '../awareness/index.ts';
import { cardDay, refusal, wasAsked, type Press, type Thanks } from '../cards/index.ts';
import { acknowledgeOnDigestVerb, acknowledgePress } from '../policy/index.ts';
import { acknowledgeProcedureOnDigestVerb, acknowledgeProcedurePress } from '../procedures/index.ts';
import { digestCardFor, nextVerb } from './digest-card.ts';
import { nudgeVerb } from './others-section.ts';
import { askedFor, isAskedFor, ownCard } from './own-card.ts';
import { ofItsRow } from './row-acts.ts';

/** The pressed card's day, or its request. */
const card = z.looseObject({
  day: z.union([z.enum(askedFor), cardDay]),
  row: z
    .string()
    .regex(/^[A-H]$/)
    .optional(),
});

/**
 * A digest's button, or that of a requested list. Returns the same card with what is left and the result. A late or
 * repeated press, or one for work that passed to another, returns the present card, never an error.
 */
const onDigest = (pressed: Press): Verb =>
  verb({
    data: card.transform((carried, issues) => {
      const read = pressed.read(ofItsRow(carried));
      if (read) return { day: carried.day, read };
      issues.addIssue('of another button');
      return z.NEVER;
    }),
    isFor: (context, actor, { day, read }) => wasAsked(context, actor, read.about, day) || read.isFor(context, actor),
    run: async (context, actor, { day, read }) => {
      const thanks = await read
        .run(context, actor)
        .catch((thrown: unknown) => refusal(context, actor.language, thrown));
      countAnew(context, actor.personId);
      return isAskedFor(day)
        ? ownCard(context, actor, day, { thanks })
        : digestCardFor(context, day, actor.personId, { thanks });
    },
  });

const isCardOf = (context: Context, { personId }: Actor, day: LocalDate): boolean =>
  wasOnDigestOf(context, personId, day);

/** "Vis de næste": shows the next own rows. */
const nextAction = verb({
  data: z.object({
    day: cardDay,
    from: z
      .string()
      .max(3)
      .regex(/^\d{1,3}$/),
  }),
  isFor: (context, actor, { day }) => isCardOf(context, actor, day),
  run: (context, actor, { day, from }) =>
    Promise.resolve(digestCardFor(context, day, actor.personId, { from: Number(from) })),
});

/** "Mind dem om det": returns the card with who is reminded, and when. */
const nudgeAction = verb({
  data: z.object({ day: cardDay }),
  isFor: (context, actor, { day }) => isCardOf(context, actor, day),
  run: async (context, actor, { day }) => {
    countAnew(context, actor.personId);
    const { people } = await nudgeOthers(context, actor);
    const t = context.texts(actor.language);
    const number = formatNumber(people, actor.language);
    const thanks: Thanks =
      people === 0
        ? { tone: 'warning', text: t('reminderCards.others.nudge.nobody') }
        : { tone: 'good', text: t('reminderCards.others.nudge.done', { count: people, number }) };
    return digestCardFor(context, day, actor.personId, { thanks });
  },
});

/** Acts of digest buttons. */
export const digestPresses: Readonly<Record<string, Press>> = {
  [acknowledgeOnDigestVerb]: acknowledgePress,
  [acknowledgeProcedureOnDigestVerb]: acknowledgeProcedurePress,
  [confirmPartOnDigestVerb]: confirmPartPress,
  [placePackOnDigestVerb]: placePackPress,
  [reviewServiceOnDigestVerb]: reviewServicePress,
  [answerInspectionOnDigestVerb]: answerInspectionPress,
  [declareVerb]: declarePress,
  [completeVerb]: completePress,
};

/** Digest buttons. */
export const reminderVerbs: Verbs = {
  ...Object.fromEntries(Object.entries(digestPresses).map(([name, pressed]) => [name, onDigest(pressed)])),
  [nextVerb]: nextAction,
  [nudgeVerb]: nudgeAction,
};
