import { agendaKind, approvalEndedKind, approvalKind } from '../../api/approvals/index.ts';
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
import { incidentKind, incidentReceiptKind, incidentTakenKind } from '../../api/incidents/index.ts';
import { isLocalDate, languageOf, missing, type PersonId } from '../../api/kernel/index.ts';
import { meetingKind } from '../../api/annual-wheel/index.ts';
import { leaveKind } from '../../api/obligations/index.ts';
import { successionKind } from '../../api/ownership/index.ts';
import { findPerson } from '../../api/organisation/index.ts';
import { policyCampaign, policyVersion } from '../../api/policy/index.ts';
import { procedureCampaign } from '../../api/procedures/index.ts';
import { sealKind } from '../../api/trail/index.ts';
import { digestKind, isDigestRepeated } from '../../api/reminders/index.ts';
import {
  agendaCardFor,
  approvalCardFor,
  approvalEndedCardFor,
  digestCardFor,
  downtimeCardFor,
  incidentCardFor,
  incidentReceiptCardFor,
  incidentTakenCardFor,
  injectCardFor,
  leaveCardFor,
  limitAlarmCardFor,
  meetingCardFor,
  offlinePackCardFor,
  partCardFor,
  policyCardFor,
  procedureCardFor,
  repeatedCard,
  replacedPolicyCard,
  sealCardFor,
  successionCardFor,
  testInvitationCardFor,
} from '../../bot/index.ts';
import type { ChatMessage, SendingOptions } from '../../bot/sending/index.ts';

/** The card of each kind of campaign, as it is right for a person at this moment. Throws AppError `missing`. */
export const cardOf =
  (context: Context): SendingOptions['cardFor'] =>
  (kind, subjectKey, personId) => {
    if (kind === policyCampaign.kind) return policyCardFor(context, subjectKey, personId);
    if (kind === procedureCampaign.kind) return procedureCardFor(context, subjectKey, personId);
    if (kind === approvalKind.kind) return approvalCardFor(context, subjectKey, personId);
    if (kind === approvalEndedKind.kind) return approvalEndedCardFor(context, subjectKey, personId);
    if (kind === agendaKind.kind) return agendaCardFor(context, subjectKey, personId);
    if (kind === testInvitationKind.kind || kind === testNewsKind.kind)
      return testInvitationCardFor(context, subjectKey, personId);
    if (kind === offlinePackKind.kind) return offlinePackCardFor(context, subjectKey, personId);
    if (kind === testInjectKind.kind) return injectCardFor(context, subjectKey, personId);
    if (kind === planPartCampaign.kind) return partCardFor(context, subjectKey, personId);
    if (kind === downtimeKind.kind) return downtimeCardFor(context, subjectKey, personId);
    if (kind === limitAlarmKind.kind) return limitAlarmCardFor(context, subjectKey, personId);
    if (kind === incidentKind.kind) return incidentCardFor(context, subjectKey, personId);
    if (kind === incidentReceiptKind.kind) return incidentReceiptCardFor(context, subjectKey, personId);
    if (kind === incidentTakenKind.kind) return incidentTakenCardFor(context, subjectKey, personId);
    if (kind === meetingKind.kind) return meetingCardFor(context, subjectKey, personId);
    if (kind === leaveKind.kind) return leaveCardFor(context, subjectKey, personId);
    if (kind === successionKind.kind) return successionCardFor(context, subjectKey, personId);
    if (kind === sealKind.kind) return sealCardFor(context, subjectKey, personId);
    // The subject of a digest is its day.
    if (kind === digestKind.kind && isLocalDate(subjectKey)) {
      const card = digestCardFor(context, subjectKey, personId);
      return isDigestRepeated(context, personId, subjectKey) ? asRepeat(context)(card, personId) : card;
    }
    throw missing('deliveries.campaign');
  };

/** What an old card shows once a newer one of its kind has come. Throws AppError `missing` for a kind that has no such card. */
export const replacedCardOf =
  (context: Context): NonNullable<SendingOptions['replacedCard']> =>
  (kind, subjectKey, personId) => {
    if (kind === policyCampaign.kind) return replacedPolicyCard(context, subjectKey, personId);
    if (kind === limitAlarmKind.kind) return limitAlarmCardFor(context, subjectKey, personId);
    throw missing('deliveries.campaign');
  };

/** The card with words for whoever may have seen it before, in the person's language. */
export const asRepeat =
  (context: Context): NonNullable<SendingOptions['asRepeat']> =>
  (message, personId) => {
    const t = context.texts(findPerson(context, personId)?.language ?? languageOf(undefined));
    const summary = t('cards.repeat.summary', { summary: message.summary });
    return repeatedCard(message, { text: t('cards.repeat.text'), summary });
  };

/** The card of what a receipt is for: the policy, a procedure or a part in a plan. */
export function receiptCardFor(context: Context, versionKey: string, personId: PersonId): ChatMessage {
  if (policyVersion(context, versionKey)) return policyCardFor(context, versionKey, personId);
  if (findPlanVersion(context, versionKey)) return partCardFor(context, versionKey, personId);
  return procedureCardFor(context, versionKey, personId);
}
