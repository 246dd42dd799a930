import type { Context } from '../context.ts';
import { allow, from, routes, type Route } from '../http/route.ts';
import type { Actor } from '../kernel/index.ts';
import { freshnessOf } from '../organisation/index.ts';
import { campaignList, campaignProgress } from './campaign-progress.ts';
import { deliveriesContract } from './contract.ts';
import { Campaigns, DeliveryBlocks } from './delivery-lists.ts';
import { campaignReaders, campaignSteerers } from './permissions.ts';
import { cancelCampaign, pauseCampaign, resumeCampaign } from './steer-campaign.ts';
import { unreachablePeople } from './unreachable-people.ts';

/** An act on a campaign answers with its new status. */
const steering = (act: (context: Context, actor: Actor, key: string) => Promise<unknown>) => ({
  allow: campaignSteerers,
  run: async (context: Context, actor: Actor, { params }: { params: { campaignKey: string } }) => {
    await act(context, actor, params.campaignKey);
    return campaignProgress(context, actor, params.campaignKey);
  },
});

export const deliveriesRoutes: Route[] = routes(deliveriesContract, {
  'GET /api/campaigns': allow(campaignReaders, (context, actor) => ({
    campaigns: campaignList(context, actor),
    freshness: freshnessOf(context, Campaigns, DeliveryBlocks),
  })),
  'GET /api/campaigns/:campaignKey': allow(campaignReaders, from(campaignProgress, 'campaignKey')),
  'POST /api/campaigns/:campaignKey/pause': steering(pauseCampaign),
  'POST /api/campaigns/:campaignKey/resume': steering(resumeCampaign),
  'POST /api/campaigns/:campaignKey/cancel': steering(cancelCampaign),
  'GET /api/unreachable': allow(
    ['coordinator', 'centreManager', 'ciso', 'securityTeam', 'auditor'],
    from(unreachablePeople, 'query'),
  ),
});
