/** The ledger: campaigns, recipients and outcomes, and people's chats. Knows no subject. */
export { audienceOfEach, type CampaignKind, type Hours, type Replaced } from './campaign-kind.ts';
export { campaignTitle, declareCampaignKinds } from './campaign-kinds.ts';
export {
  blockSize,
  Campaigns,
  ConversationPages,
  DeliveryBlocks,
  outcomeOf,
  recipientStates,
} from './delivery-lists.ts';
export type { Campaign, Conversation, DeliveryBlock, Recipient, RecipientState } from './delivery-lists.ts';
export { Cursors } from './cursor-list.ts';
export { leavesAt, mayJoinNow, mayLeaveNow } from './hours.ts';
export { isClosed } from './campaign.ts';
export { closedRecipients, deliveryHistory } from './delivery-history.ts';
export { startCampaign } from './start-campaign.ts';
export { cancelCampaign, pauseCampaign, resumeCampaign } from './steer-campaign.ts';
export { enrolAudience, enrolJoining } from './enrol-audience.ts';
export { finishCampaign, isUnsettled, settleBlock, stopCampaign, verdictFor } from './settle-block.ts';
export { hasReserved, isSomebodyDue, type Hindrance, type Left, type Outcome, type Verdict } from './settled.ts';
export { blocksOf, campaignsAbout, countedAs, deliveryOf, recipientOf } from './delivery-blocks.ts';
export {
  closedAs,
  conversationOf,
  flushConversations,
  forgetConversation,
  peopleWithChats,
  recordConversation,
} from './conversations.ts';
export { isMoveSubject, movedKey, moveSubject } from './move-subject.ts';
export { cardsAhead, type CardsAhead } from './cards-ahead.ts';
export { declareDigestToCome, hasCardToday } from './card-today.ts';
export { incompleteCampaigns, type IncompleteCampaign } from './missing-blocks.ts';
export { titleOfBlock } from './unreadable-blocks.ts';
export { ledgerHeld } from './ledger-held.ts';
export { notInTeams, whyUnreachable } from './not-in-teams.ts';
export { recheckAmong } from './recheck-among.ts';
export { sentCard } from './sent-card.ts';
export { campaignCounts, campaignProgress } from './campaign-progress.ts';
export { unreachablePeople, unreachableReasons, unreachableReasonsInTurn } from './unreachable-people.ts';
export { deliveriesRoutes } from './routes.ts';
