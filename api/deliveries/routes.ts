import { allow, from, routes, thenView, type Route } from '../http/route.ts';
import { freshnessOf } from '../organisation/index.ts';
import { campaignList, campaignProgress } from './campaign-progress.ts';
import { deliveriesContract } from './contract.ts';
import { Campaigns, DeliveryBlocks } from './delivery-lists.ts';
import { campaignReaders, campaignSteerers } from './permissions.ts';
import { cancelCampaign, pauseCampaign, resumeCampaign } from './steer-campaign.ts';
import { unreachablePeople } from './unreachable-people.ts';

const thenProgress = thenView(from(campaignProgress, 'campaignKey'));

export const deliveriesRoutes: Route[] = routes(deliveriesContract, {
  'GET /api/campaigns': allow(campaignReaders, (context, actor) => ({
    campaigns: campaignList(context, actor),
    freshness: freshnessOf(context, Campaigns, DeliveryBlocks),
  })),
  'GET /api/campaigns/:campaignKey': allow(campaignReaders, from(campaignProgress, 'campaignKey')),
  'POST /api/campaigns/:campaignKey/pause': allow(campaignSteerers, thenProgress(from(pauseCampaign, 'campaignKey'))),
  'POST /api/campaigns/:campaignKey/resume': allow(campaignSteerers, thenProgress(from(resumeCampaign, 'campaignKey'))),
  'POST /api/campaigns/:campaignKey/cancel': allow(campaignSteerers, thenProgress(from(cancelCampaign, 'campaignKey'))),
  'GET /api/unreachable': allow(
    ['coordinator', 'centreManager', 'ciso', 'securityTeam', 'auditor'],
    from(unreachablePeople, 'query'),
  ),
});
