import { z } from 'zod';
import { Agendas, voteOnApproval, type Agenda } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { asAppError, inParallel, type Actor, type AppError } from '../../api/kernel/index.ts';
import { PartlyDone, verb } from '../actions/index.ts';
import { cardKey, firstName, isRefusal, whyNot, type Thanks } from '../cards/index.ts';
import { agendaCardFor, newestAgendaCard } from './agenda-card.ts';
import { agendaDigest, agendaItems, openFor } from './agenda-items.ts';
import { isAgendaFor } from './require-card.ts';
import type { StageOf } from './stage-of.ts';

const data = z.object({ agendaKey: cardKey, digest: cardKey });
/** Concurrent votes: each is one write, and the person waits. */
const together = 6;

/**
 * "Godkend alle 5": approves the actor's open items, if the agenda is unchanged since the card. Each item is voted on
 * separately, so one closed in between does not stop the rest. A repeat returns the present card.
 */
export const approveAgendaAction = verb({
  data,
  isFor: isAgendaFor,
  run: async (context, actor, pressed) => {
    const agenda = context.list(Agendas).get(pressed.agendaKey);
    const { thanks, interrupted } = agenda ? await approveAll(context, actor, agenda, pressed.digest) : nothing;
    const subjectKey = agenda ? newestAgendaCard(context, agenda, actor.personId) : pressed.agendaKey;
    const card = agendaCardFor(context, subjectKey, actor.personId, thanks);
    if (interrupted) throw new PartlyDone(card, interrupted);
    return card;
  },
});

interface Approved {
  /** The notice above the card. */
  thanks?: Thanks;
  /** An outage interrupted it: the rest is retried. */
  interrupted?: AppError;
}
const nothing: Approved = {};

/** Throws an outage's error when nothing was done, for a retry. */
async function approveAll(context: Context, actor: Actor, agenda: Agenda, seen: string): Promise<Approved> {
  const items = agendaItems(context, agenda, actor.personId);
  const open = agenda.state === 'closed' ? [] : openFor(items);
  if (open.length === 0) return nothing;
  const t = context.texts(actor.language);
  if (agendaDigest(context, agenda) !== seen)
    return { thanks: { tone: 'warning', text: t('approvalCards.agenda.changed') } };
  const earlier = items.filter((item) => 'about' in item && isOfThisPress(item.about, actor)).length;
  const failed: AppError[] = [];
  await inParallel(together, open, async (about) => {
    await approve(context, actor, about).catch((thrown: unknown) => void failed.push(asAppError(thrown)));
  });
  return told(context, actor, earlier, open.length - failed.length, failed);
}

/** Approved by this press before an interruption. */
const isOfThisPress = ({ stage }: StageOf, { personId, pressedAt }: Actor): boolean =>
  stage.votes.some(({ by, at, choice }) => by === personId && at === pressedAt && choice === 'approve');

const approve = (context: Context, actor: Actor, { request, number }: StageOf) =>
  voteOnApproval(context, actor, {
    requestKey: request.key,
    stage: number,
    contentHash: request.contentHash,
    choice: 'approve',
    via: 'card',
  });

function told(context: Context, actor: Actor, earlier: number, done: number, failed: readonly AppError[]): Approved {
  const count = earlier + done;
  const t = context.texts(actor.language);
  const refused = failed.filter(isRefusal);
  const interrupted = failed.filter((error) => !refused.includes(error));
  const [first] = interrupted;
  if (first && done === 0) throw first;
  const thanks = t('approvalCards.agenda.thanks', { name: firstName(actor.name), count });
  const [reason] = refused;
  const texts = [
    ...(count > 0 ? [thanks] : []),
    ...(reason ? [t('approvalCards.agenda.refused', { count: refused.length, why: whyNot(t, reason) })] : []),
    ...(first ? [t('approvalCards.agenda.interrupted', { count: interrupted.length })] : []),
  ];
  return {
    thanks: { tone: failed.length === 0 ? 'good' : 'warning', text: texts.join(' ') },
    ...(first ? { interrupted: first } : {}),
  };
}
