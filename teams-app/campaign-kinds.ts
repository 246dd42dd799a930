import { agendaKind, approvalEndedKind, approvalKind } from '../api/approvals/index.ts';
import {
  downtimeKind,
  offlinePackKind,
  planPartCampaign,
  testInjectKind,
  testInvitationKind,
  testNewsKind,
} from '../api/contingency/index.ts';
import type { CampaignKind } from '../api/deliveries/index.ts';
import { leaveKind } from '../api/obligations/index.ts';
import { policyCampaign } from '../api/policy/index.ts';
import { procedureCampaign } from '../api/procedures/index.ts';
import { digestKind } from '../api/reminders/index.ts';

/** Every kind of card that is sent to people without their asking. */
export const campaignKinds: readonly CampaignKind[] = [
  policyCampaign,
  procedureCampaign,
  digestKind,
  approvalKind,
  agendaKind,
  approvalEndedKind,
  testInvitationKind,
  testNewsKind,
  offlinePackKind,
  testInjectKind,
  downtimeKind,
  planPartCampaign,
  leaveKind,
];
