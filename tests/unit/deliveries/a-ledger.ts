import type { Context } from '../../../api/context.ts';
import {
  Campaigns,
  DeliveryBlocks,
  startCampaign,
  type Campaign,
  type CampaignKind,
  type Recipient,
} from '../../../api/deliveries/index.ts';
import type { Actor, CentreId, HeldRole, PersonId } from '../../../api/kernel/index.ts';
import { Centres, People, type Person } from '../../../api/organisation/index.ts';

export const peopleNamed = (count: number, from = 1): PersonId[] =>
  Array.from({ length: count }, (_, index) => `p${String(from + index).padStart(4, '0')}` as PersonId);

export const anActor = (...roles: HeldRole[]): Actor => ({
  personId: 'actor' as PersonId,
  name: 'Actor',
  language: 'da',
  roles,
});
export const ciso = anActor({ role: 'ciso' });

export const aKind = (changes: Partial<CampaignKind> = {}): CampaignKind => ({
  kind: 'policy',
  audience: () => [],
  hours: { when: 'always', because: 'a test' },
  recheck: () => 'send',
  notApplicable: () => undefined,
  repeatWhenUncertain: false,
  priority: 'broadcast',
  ...changes,
});

export const aCampaign = (context: Context, key = 'campaign') =>
  startCampaign(context, {
    key,
    kind: 'policy',
    title: `Policy ${key}`,
    subjectKey: `subject-${key}`,
    startedBy: 'actor' as PersonId,
  });

/** A campaign with its recipients' states. */
export async function aLedger(
  context: Context,
  states: readonly (Omit<Recipient, 'person'> & { person: string })[],
  campaign: Partial<Campaign> = {},
): Promise<void> {
  const { key } = await aCampaign(context, campaign.key);
  await context.list(Campaigns).update(key, () => campaignFields(campaign));
  await context.list(DeliveryBlocks).create({
    key: `${key}_1`,
    title: key,
    campaignKey: key,
    position: 1,
    recipients: states.map((recipient) => ({ ...recipient, person: recipient.person as PersonId })),
  });
}
function campaignFields({ key: _key, ...fields }: Partial<Campaign>): Partial<Omit<Campaign, 'key'>> {
  return fields;
}

export async function aPerson(context: Context, key: string, changes: Partial<Person> = {}): Promise<void> {
  await context.list(People).create({
    key,
    title: key,
    upn: `${key}@kommune.example`,
    teams: true,
    language: 'da',
    centreId: 'north' as CentreId,
    ...changes,
  });
}

export async function twoCentres(context: Context): Promise<void> {
  for (const [position, key] of ['north', 'south'].entries())
    await context
      .list(Centres)
      .create({ key, title: `Center ${key}`, departments: [], position: position + 1, closed: false });
}
