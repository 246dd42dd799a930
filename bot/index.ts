import type { Context } from '../api/context.ts';
import { recordConversation } from '../api/deliveries/index.ts';
import type { PerMinute } from '../api/kernel/index.ts';
import { createPromises, mostPresses, pressLimit, type Promises, type Verbs } from './actions/index.ts';
import { throughGate, type AnswerGate } from './answer-gate.ts';
import { approvalVerbs } from './approvals/index.ts';
import { confirmPartAction, confirmPartVerb, contingencyPackVerbs, contingencyTestVerbs } from './contingency/index.ts';
import { commandVerbs } from './commands/index.ts';
import { connectTeams, type ChatSettings, type Teams } from './botframework/index.ts';
import { saySorry, sayWelcomes, type ChatEntry } from './organisation/index.ts';
import { incidentVerbs } from './incidents/index.ts';
import { meetingVerbs } from './annual-wheel/index.ts';
import { leaveVerbs } from './obligations/index.ts';
import { acknowledgePolicyAction, acknowledgeVerb } from './policy/index.ts';
import { acknowledgeProcedureAction, acknowledgeProcedureVerb } from './procedures/index.ts';
import { reminderVerbs } from './reminders/index.ts';
import { receiver } from './receive-turn.ts';
import type { ChatAddress, ChatMessage } from './sending/chat-port.ts';
import { cardEdits } from './sending/index.ts';

export type { Promises } from './actions/index.ts';
export type { ChatSettings } from './botframework/index.ts';
export {
  agendaCardFor,
  approvalCardFor,
  approvalEndedCardFor,
  approvalPostponedCardFor,
  createApprovalFollowers,
} from './approvals/index.ts';
export {
  createDowntimeFollower,
  createPackFollower,
  createTestFollower,
  downtimeCardFor,
  injectCardFor,
  limitAlarmCardFor,
  offlinePackCardFor,
  endedPartCard,
  partCardFor,
  partReceiptFor,
  testInvitationCardFor,
} from './contingency/index.ts';
export {
  createIncidentFollower,
  incidentCardFor,
  incidentReceiptCardFor,
  incidentTakenCardFor,
} from './incidents/index.ts';
export { createLeaveFollower, leaveCardFor } from './obligations/index.ts';
export { successionCardFor } from './ownership/index.ts';
export { sealCardFor } from './trail/index.ts';
export { createMeetingFollower, meetingCardFor } from './annual-wheel/index.ts';
export { repeatedCard } from './cards/index.ts';
export { policyCardFor, policyReceiptFor, replacedPolicyCard } from './policy/index.ts';
export { endedProcedureCard, procedureCardFor, procedureReceiptFor } from './procedures/index.ts';
export { createDigestFollowers, digestCardFor } from './reminders/index.ts';

/** Every button of the product, by verb. */
export const verbs: Verbs = {
  [acknowledgeVerb]: acknowledgePolicyAction,
  [acknowledgeProcedureVerb]: acknowledgeProcedureAction,
  ...reminderVerbs,
  ...approvalVerbs,
  [confirmPartVerb]: confirmPartAction,
  ...contingencyTestVerbs,
  ...contingencyPackVerbs,
  ...leaveVerbs,
  ...incidentVerbs,
  ...commandVerbs,
  ...meetingVerbs,
};

export interface BotOptions {
  context: Context;
  chatSettings: ChatSettings;
  /** Default: recorded in the ledger. */
  onConversation?: (entry: ChatEntry) => void;
  /** The gate of sending: answers use it too, ahead of broadcasts. */
  gate?: AnswerGate;
  /** Whether presses per person are rate-limited. */
  personLimits?: boolean;
  /** Counts them; absent: in this process. */
  perMinute?: PerMinute | undefined;
}

/** The chat, and its promised presses. */
export interface Bot extends Teams {
  /** Sends deferred welcomes, in working hours. */
  sayWelcomes(): Promise<void>;
  /** Tells those who got no answer when they wrote. */
  saySorry(): Promise<void>;
  promises: Promises;
}

/**
 * The bot: `handler` for `POST /api/messages`, `chat` for sending, and deferred welcomes. Throws when the settings have
 * no app id or tenant.
 */
export function createBot({
  context,
  chatSettings,
  gate,
  onConversation,
  personLimits = true,
  perMinute,
}: BotOptions): Bot {
  const edits = cardEdits(
    () => teams.chat,
    (call) => throughGate(gate, call),
  );
  const promises = createPromises({ context, verbs, edits });
  const receive = receiver({
    limit: personLimits ? pressLimit(mostPresses, perMinute) : undefined,
    context,
    verbs,
    gate,
    promises,
    onConversation: onConversation ?? ((entry) => recordConversation(context, entry)),
    edits,
  });
  const teams = connectTeams(chatSettings, context.log, receive);
  const say = (chat: ChatAddress, message: ChatMessage) => throughGate(gate, () => teams.chat.send(chat, message));
  return {
    ...teams,
    chat: edits.chat,
    promises,
    sayWelcomes: () => sayWelcomes(context, say),
    saySorry: () => saySorry(context, say),
  };
}
