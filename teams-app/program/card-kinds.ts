import { meetingKind } from '../../api/annual-wheel/index.ts';
import {
  agendaKind,
  agendaMovedKind,
  approvalEndedKind,
  approvalKind,
  approvalPostponedKind,
} from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import {
  downtimeKind,
  findPlanVersion,
  limitAlarmKind,
  offlinePackKind,
  planPartCampaign,
  testInjectKind,
  testInvitationKind,
  testNewsKind,
} from '../../api/contingency/index.ts';
import { campaignsAbout, recipientOf, type CampaignKind } from '../../api/deliveries/index.ts';
import { incidentKind, incidentReceiptKind, incidentTakenKind } from '../../api/incidents/index.ts';
import { isLocalDate, languageOf, missing, type PersonId } from '../../api/kernel/index.ts';
import { leaveKind } from '../../api/obligations/index.ts';
import { findPerson } from '../../api/organisation/index.ts';
import { successionKind } from '../../api/ownership/index.ts';
import { policyCampaign, policyVersion } from '../../api/policy/index.ts';
import { procedureCampaign } from '../../api/procedures/index.ts';
import { digestKind, isDigestRepeated } from '../../api/reminders/index.ts';
import { sealKind } from '../../api/trail/index.ts';
import {
  agendaCardFor,
  approvalCardFor,
  approvalEndedCardFor,
  approvalPostponedCardFor,
  digestCardFor,
  downtimeCardFor,
  endedPartCard,
  endedProcedureCard,
  incidentCardFor,
  incidentReceiptCardFor,
  incidentTakenCardFor,
  injectCardFor,
  leaveCardFor,
  limitAlarmCardFor,
  meetingCardFor,
  offlinePackCardFor,
  partCardFor,
  partReceiptFor,
  policyCardFor,
  policyReceiptFor,
  procedureCardFor,
  procedureReceiptFor,
  repeatedCard,
  replacedPolicyCard,
  sealCardFor,
  successionCardFor,
  testInvitationCardFor,
} from '../../bot/index.ts';
import type { ChatMessage, EndedKind, SendingOptions } from '../../bot/sending/index.ts';

type CardFor = (context: Context, subjectKey: string, personId: PersonId) => ChatMessage;

interface CardKind {
  kind: CampaignKind;
  /** The card for a person now. Throws AppError `missing`. */
  card: CardFor;
  /** What the card shows when it is edited; `card` when absent. */
  edited?: CardFor;
  /** Content of an old card replaced by a newer one of its kind. */
  replaced?: CardFor;
  /** Content of an unanswered card whose subject is over. */
  ended?: EndedKind['ended'];
}

/** Every kind of card sent unprompted. */
const cardKinds: readonly CardKind[] = [
  { kind: policyCampaign, card: policyCardFor, edited: receiptCardFor, replaced: replacedPolicyCard },
  { kind: procedureCampaign, card: procedureCardFor, edited: receiptCardFor, ended: endedProcedureCard },
  { kind: digestKind, card: digestOf, edited: plainDigestOf },
  { kind: approvalKind, card: approvalCardFor },
  { kind: agendaKind, card: agendaCardFor },
  { kind: agendaMovedKind, card: agendaCardFor },
  { kind: approvalEndedKind, card: approvalEndedCardFor },
  { kind: approvalPostponedKind, card: approvalPostponedCardFor },
  { kind: testInvitationKind, card: testInvitationCardFor },
  { kind: testNewsKind, card: testInvitationCardFor },
  { kind: offlinePackKind, card: offlinePackCardFor },
  { kind: testInjectKind, card: injectCardFor },
  { kind: downtimeKind, card: downtimeCardFor },
  { kind: limitAlarmKind, card: limitAlarmCardFor, replaced: limitAlarmCardFor },
  { kind: planPartCampaign, card: partCardFor, edited: receiptCardFor, ended: endedPartCard },
  { kind: leaveKind, card: leaveCardFor },
  { kind: successionKind, card: successionCardFor },
  { kind: incidentKind, card: incidentCardFor },
  { kind: incidentReceiptKind, card: incidentReceiptCardFor },
  { kind: incidentTakenKind, card: incidentTakenCardFor },
  { kind: meetingKind, card: meetingCardFor },
  { kind: sealKind, card: sealCardFor },
];
const byKind = new Map(cardKinds.map((row) => [row.kind.kind, row]));

export const campaignKinds: readonly CampaignKind[] = cardKinds.map(({ kind }) => kind);

/** Kinds whose unanswered cards say so when their subject is over. */
export const endedKinds: readonly EndedKind[] = cardKinds.flatMap(({ kind, ended }) =>
  ended ? [{ kind, ended }] : [],
);

/** The card of each kind of campaign. Throws AppError `missing`. */
export const cardOf =
  (context: Context): SendingOptions['cardFor'] =>
  (kind, subjectKey, personId) => {
    const row = byKind.get(kind);
    if (!row) throw missing('deliveries.campaign');
    return row.card(context, subjectKey, personId);
  };

/** Content of an old card replaced by a newer one of its kind. Throws AppError `missing` for a kind without it. */
export const replacedCardOf =
  (context: Context): NonNullable<SendingOptions['replacedCard']> =>
  (kind, subjectKey, personId) => {
    const replaced = byKind.get(kind)?.replaced;
    if (!replaced) throw missing('deliveries.campaign');
    return replaced(context, subjectKey, personId);
  };

/**
 * What the newest card about a subject shows a person when it is edited now; undefined without one. Throws AppError
 * `missing`.
 */
export function cardNow(context: Context, subjectKey: string, personId: PersonId): ChatMessage | undefined {
  const campaign = campaignsAbout(context, subjectKey).find(({ key }) => recipientOf(context, key, personId));
  const row = campaign && byKind.get(campaign.kind);
  if (!row) return undefined;
  const ended = row.kind.isOver?.(context, subjectKey) ? row.ended?.(context, subjectKey, personId) : undefined;
  return ended ?? (row.edited ?? row.card)(context, subjectKey, personId);
}

/** A digest's subject is its day. */
function plainDigestOf(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  if (!isLocalDate(subjectKey)) throw missing('deliveries.campaign');
  return digestCardFor(context, subjectKey, personId);
}
function digestOf(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  const card = plainDigestOf(context, subjectKey, personId);
  const isRepeated = isLocalDate(subjectKey) && isDigestRepeated(context, personId, subjectKey);
  return isRepeated ? asRepeat(context)(card, personId) : card;
}

/** The card with a note that it may be a repeat, in the person's language. */
export const asRepeat =
  (context: Context): NonNullable<SendingOptions['asRepeat']> =>
  (message, personId) => {
    const t = context.texts(findPerson(context, personId)?.language ?? languageOf(undefined));
    const summary = t('cards.repeat.summary', { summary: message.summary });
    return repeatedCard(message, { text: t('cards.repeat.text'), summary });
  };

/**
 * What a card becomes when its version is acknowledged: of the policy, a procedure or a part in a plan. A version that
 * is replaced before its card is edited has its receipt on it, too; the next version asks on a card of its own.
 */
export function receiptCardFor(context: Context, versionKey: string, personId: PersonId): ChatMessage {
  const given = [context, versionKey, personId] as const;
  if (policyVersion(context, versionKey)) return policyReceiptFor(...given) ?? policyCardFor(...given);
  if (findPlanVersion(context, versionKey)) return partReceiptFor(...given) ?? partCardFor(...given);
  return procedureReceiptFor(...given) ?? procedureCardFor(...given);
}
