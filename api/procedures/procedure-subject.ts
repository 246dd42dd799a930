import { renewal } from '../approvals/index.ts';
import { Campaigns, startCampaign } from '../deliveries/index.ts';
import { documentSubject } from '../documents/index.ts';
import { procedureCampaign, procedureCampaignKey } from './procedure-campaign.ts';
import { procedures } from './procedures.ts';

/** Versions of procedures and guidelines as an approval subject; a new one requests receipts of its audience. */
export const procedureSubject = documentSubject(
  procedures,
  async (context, { purpose, submittedBy }, { key, title, mustAcknowledge }) => {
    const campaignKey = procedureCampaignKey(key);
    if (purpose === renewal || !mustAcknowledge || context.list(Campaigns).get(campaignKey)) return;
    const { kind } = procedureCampaign;
    await startCampaign(context, { key: campaignKey, kind, title, subjectKey: key, startedBy: submittedBy });
  },
);
