import { acknowledgementKey, Acknowledgements, liveReceiptsOf } from '../../acknowledgements/index.ts';
import type { Context } from '../../context.ts';
import { eachItem } from '../../each-item.ts';
import { Campaigns, startCampaign } from '../../deliveries/index.ts';
import { nowOf } from '../../kernel/index.ts';
import { findPerson, hasLeft } from '../../organisation/index.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import { partCampaignKey, partsMissing, planPartCampaign } from './part-campaign.ts';
import { partHash, partReceipt, partsInForce, type NamedPart } from './parts.ts';

/**
 * The part in the version that the person confirmed last, if identical. Their latest receipt for a plan never leaves
 * memory (`lastConfirmations`), so nothing is read for it.
 */
function sameBefore(context: Context, { now, version, part }: NamedPart): string | undefined {
  const { number } = version.version;
  for (const earlier of now.versions) {
    if (earlier.version.number >= number) continue;
    const receipt = liveReceiptsOf(context, earlier.version.key).positive.get(part.personId);
    if (receipt) return receipt.contentHash === partHash(part) ? earlier.version.key : undefined;
  }
  return undefined;
}

async function carryOver(context: Context, named: NamedPart): Promise<void> {
  const { version, part } = named;
  const { personId } = part;
  if (partReceipt(context, version.version.key, personId)) return;
  const person = findPerson(context, personId);
  if (!person || hasLeft(context, personId)) return;
  const from = sameBefore(context, named);
  if (from === undefined) return;
  await context.list(Acknowledgements).create(
    {
      key: acknowledgementKey(version.version.key, personId),
      title: person.title,
      versionKey: version.version.key,
      personId,
      outcome: 'carriedOver',
      ...(person.centreId === undefined ? {} : { centreId: person.centreId }),
      at: nowOf(context.clock),
      channel: 'system',
      contentHash: partHash(part),
      note: from,
    },
    'background',
  );
}

/**
 * Asks those named in the versions in force to confirm their part. A part identical to the one confirmed before is not
 * asked again. Free when nothing is new. Throws AppError `unavailable`.
 */
export async function continuePlanParts(context: Context): Promise<void> {
  const plans = new Map<string, PlanNow>();
  const each = eachItem(context, 'planParts');
  const named = partsInForce(context).map((one) => ({ ...one, key: one.version.version.key }));
  await each.of(named, async (one) => {
    plans.set(one.key, one.now);
    await carryOver(context, one);
  });
  const asked = [...plans].map(([key, { current }]) => ({ key, current }));
  await each.of(asked, async ({ key: versionKey, current }) => {
    const key = partCampaignKey(versionKey);
    if (!current || context.list(Campaigns).get(key) || partsMissing(context, versionKey).length === 0) return;
    const { title, madeBy } = current.version;
    await startCampaign(context, {
      key,
      kind: planPartCampaign.kind,
      title,
      subjectKey: versionKey,
      startedBy: madeBy,
    });
  });
  each.end();
}
