import { meetingKind } from '../../api/annual-wheel/index.ts';
import { agendaKind, approvalEndedKind, approvalKind } from '../../api/approvals/index.ts';
import {
  downtimeKind,
  limitAlarmKind,
  offlinePackKind,
  planPartCampaign,
  testInjectKind,
  testInvitationKind,
  testNewsKind,
} from '../../api/contingency/index.ts';
import type { CampaignKind } from '../../api/deliveries/index.ts';
import { incidentKind, incidentReceiptKind, incidentTakenKind } from '../../api/incidents/index.ts';
import { leaveKind } from '../../api/obligations/index.ts';
import { successionKind } from '../../api/ownership/index.ts';
import { policyCampaign } from '../../api/policy/index.ts';
import { procedureCampaign } from '../../api/procedures/index.ts';
import { sealKind } from '../../api/trail/index.ts';
import { digestKind } from '../../api/reminders/index.ts';

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
  limitAlarmKind,
  planPartCampaign,
  leaveKind,
  successionKind,
  incidentKind,
  incidentReceiptKind,
  incidentTakenKind,
  meetingKind,
  sealKind,
];
