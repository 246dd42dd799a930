import type { Context } from '../../context.ts';
import { Campaigns, notInTeams, recheckAmong, startCampaign, type CampaignKind } from '../../deliveries/index.ts';
import { stableKey, type PersonId } from '../../kernel/index.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { toldOf } from './told.ts';

/** The one campaign of a downtime. */
export const downtimeCampaignKey = (downtimeKey: string): string =>
  stableKey('downtimeCard', ...downtimeKey.split('_'));

const whom = (context: Context, downtimeKey: string): PersonId[] => {
  const downtime = context.list(Downtimes).get(downtimeKey);
  if (downtime?.state !== 'running') return [];
  const { leaders, others, named } = toldOf(context, downtime);
  return [...leaders, ...others, ...named].sort();
};

/**
 * Notifies the coordinators and managers of affected centres, and those named in a plan, that a system is down; the
 * subject is the downtime’s key. Sent at any hour. People who join a centre or a plan while it is down are included.
 */
export const downtimeKind: CampaignKind = {
  kind: 'downtime',
  audience: whom,
  hours: { when: 'always', because: 'a system is down now' },
  isOver: (context, downtimeKey) => context.list(Downtimes).get(downtimeKey)?.state !== 'running',
  recheck: (context, downtimeKey, personId) => recheckAmong(context, personId, whom(context, downtimeKey)),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};

/** Starts that campaign. Idempotent; free when done, else 2 resource units. */
export async function tellOfDowntime(context: Context, { key, title, reportedBy }: Downtime): Promise<void> {
  const campaignKey = downtimeCampaignKey(key);
  if (context.list(Campaigns).get(campaignKey)) return;
  await startCampaign(context, {
    key: campaignKey,
    kind: downtimeKind.kind,
    title,
    subjectKey: key,
    startedBy: reportedBy,
  });
}
