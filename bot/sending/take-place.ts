import type { Outcome, Replaced } from '../../api/deliveries/index.ts';
import { asAppError, failureWords, type PersonId } from '../../api/kernel/index.ts';
import { ChatError, type ChatAddress, type ChatMessage } from './chat-port.ts';
import { callDeadline, withDeadline } from './deadline.ts';
import { editCard } from './edit-card.ts';
import { codeOf, reactionTo } from './reactions.ts';
import type { CampaignRun, Delivering } from './campaign-run.ts';

/** The card of an earlier subject that this campaign replaces in the person's chat. From memory. */
export const replacedIn = ({ context, kind, campaign }: Delivering, personId: PersonId): Replaced | undefined =>
  kind.replaces?.(context, campaign.subjectKey, personId);

/** `written`: the old card was edited. `wait`: Teams is throttling. `notThere`: a new message is needed. */
export type Rewritten = 'written' | 'wait' | 'notThere';

/**
 * Edits the replaced card to the new message. Idempotent, so nothing is uncertain after a crash: the edit is repeated.
 */
export async function rewrite(
  run: Delivering,
  address: ChatAddress,
  activity: string,
  message: ChatMessage,
): Promise<Rewritten> {
  try {
    await withDeadline(run.chat.update({ ...address, activity }, message), run.deadline ?? callDeadline);
    run.gate.answered();
    return 'written';
  } catch (thrown) {
    if (!(thrown instanceof ChatError)) throw thrown;
    const { reaction } = reactionTo(thrown, 'update');
    if (reaction === 'slowDown') run.gate.throttled(thrown.retryAfterSeconds);
    if (reaction === 'stopSending') run.onRefused(codeOf(thrown));
    return reaction === 'slowDown' || reaction === 'stopSending' ? 'wait' : 'notThere';
  }
}

/** Once the new card is sent, the old one becomes a line, not to be pressed in vain. Best effort. */
export async function retireReplaced(
  { sender, delivering }: CampaignRun,
  personId: PersonId,
  sent: Outcome,
): Promise<void> {
  const { context, kind, campaign } = delivering;
  try {
    const old = replacedIn(delivering, personId);
    if (!old || old.activity === sent.activity || !sender.replacedCard) return;
    await editCard(sender, old.subjectKey, personId, sender.replacedCard(kind.kind, old.subjectKey, personId));
  } catch (thrown) {
    const { code } = asAppError(thrown);
    context.log.warn({ campaign: campaign.key, code, error: failureWords(thrown) }, 'old card not retired');
  }
}
