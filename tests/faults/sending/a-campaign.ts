import type { Context } from '../../../api/context.ts';
import {
  campaignCounts,
  Campaigns,
  startCampaign,
  type CampaignKind,
  type Recipient,
} from '../../../api/deliveries/index.ts';
import { DeliveryBlocks } from '../../../api/deliveries/index.ts';
import type { Actor, PersonId } from '../../../api/kernel/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { createGate, createSending, type ChatPort, type SendingOptions } from '../../../bot/sending/index.ts';

export const people = (count: number, from = 1): PersonId[] =>
  Array.from({ length: count }, (_, index) => `person-${String(from + index).padStart(5, '0')}` as PersonId);

export const ciso: Actor = {
  personId: 'person-ciso' as PersonId,
  name: 'Cecilie',
  language: 'da',
  roles: [{ role: 'ciso' }],
};

export function aKind(audience: readonly PersonId[], changes: Partial<CampaignKind> = {}): CampaignKind {
  return {
    kind: 'policy',
    audience: () => audience,
    recheck: () => 'send',
    notApplicable: () => undefined,
    hours: { when: 'always', because: 'a test' },
    repeatWhenUncertain: false,
    priority: 'broadcast',
    ...changes,
  };
}

export const aCampaign = (context: Context, key = 'campaign', kind = 'policy') =>
  startCampaign(context, { key, kind, title: 'Policy 4.0', subjectKey: 'version-4', startedBy: ciso.personId });

/** Where nothing takes time but what `swiftTime` reckons. */
export const inSwiftTime = () => memoryContext(undefined, { writesAtOnce: true });

/** Real time without delays: pauses of the gate and of retries pass at once. */
export function swiftTime() {
  let now = 0;
  return {
    now: () => now,
    wait: async (milliseconds: number) => {
      now += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** The engine as in production, without the gate and without delays. */
export function aSending(
  context: Context,
  chat: ChatPort,
  kind: CampaignKind | readonly CampaignKind[],
  changes: Partial<SendingOptions> = {},
) {
  const time = swiftTime();
  return createSending({
    context,
    kinds: Array.isArray(kind) ? (kind as readonly CampaignKind[]) : [kind as CampaignKind],
    cardFor: (_kind, subjectKey, personId) => ({ summary: `${subjectKey} for ${personId}`, card: {} }),
    chat,
    gate: createGate({ perSecond: Infinity, time }),
    time,
    ...changes,
  });
}

export const recipients = (context: Context, campaignKey = 'campaign'): Recipient[] =>
  context
    .list(DeliveryBlocks)
    .all()
    .filter((block) => block.campaignKey === campaignKey)
    .flatMap((block) => block.recipients);

export function countsOf(context: Context, key = 'campaign') {
  const campaign = context.list(Campaigns).get(key);
  return campaign ? campaignCounts(context, campaign) : {};
}

export const stateOf = (context: Context, key = 'campaign') => context.list(Campaigns).get(key)?.state;
