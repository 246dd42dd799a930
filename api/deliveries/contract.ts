import { z } from 'zod';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { idOrNone } from '../http/input.ts';

/** Recipients by state; their sum is `audience`. */
export const campaignView = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.string(),
  subjectKey: z.string(),
  state: z.enum(['sending', 'paused', 'cancelled', 'finished', 'stopped']),
  stopCode: z.string().optional(),
  /** When cards waiting for working hours are sent. */
  cardsAt: z.iso.datetime().optional(),
  startedAt: z.iso.datetime(),
  startedBy: personRef.optional(),
  audience: z.number().int(),
  counts: z.record(z.string(), z.number().int()),
  /** Messages a second over the last half minute, and the seconds left at that rate; absent while not sending. */
  ratePerSecond: z.number().optional(),
  secondsLeft: z.number().int().optional(),
  abilities: z.object({ pause: z.boolean(), resume: z.boolean(), cancel: z.boolean() }),
});
export type CampaignView = z.output<typeof campaignView>;

export const unreachableView = z.object({
  people: z.array(
    personRef.extend({ reason: z.string(), centreId: z.string().optional(), about: z.string().optional() }),
  ),
  freshness,
});
export type UnreachableView = z.output<typeof unreachableView>;

export const deliveriesContract = {
  'GET /api/campaigns': {
    summary: 'Campaigns, newest first',
    answer: z.object({ campaigns: z.array(campaignView), freshness }),
  },
  'GET /api/campaigns/:campaignKey': { summary: 'One campaign with its counts', answer: campaignView },
  'POST /api/campaigns/:campaignKey/pause': { summary: 'Pause the sending', answer: campaignView },
  'POST /api/campaigns/:campaignKey/resume': { summary: 'Go on sending', answer: campaignView },
  'POST /api/campaigns/:campaignKey/cancel': { summary: 'Cancel what is not sent yet', answer: campaignView },
  'GET /api/unreachable': {
    summary: 'People the bot cannot reach, whom the ISK tells in another way',
    query: z.object({ centreId: idOrNone.optional() }),
    answer: unreachableView,
  },
} satisfies Endpoints;
