import type { Context } from '../../context.ts';
import { notInTeams, type CampaignKind } from '../../deliveries/index.ts';
import { stableKey, todayOf, type PersonId } from '../../kernel/index.ts';
import { coordinatorsOf, findPerson, isAway, isEmployed, managersOf } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { OfflinePacks, type OfflinePack } from './pack-lists.ts';
import { packStatusOf } from './packs.ts';

/** The one campaign of a pack. */
export const packCampaignKey = (packKey: string): string => stableKey('offlinePack', ...packKey.split('_'));

/** The pack still to be printed and placed; undefined when placed or superseded. */
function waitingPack(context: Context, packKey: string): Stored<OfflinePack> | undefined {
  const pack = context.list(OfflinePacks).get(packKey);
  if (!pack) return undefined;
  const { status, latest } = packStatusOf(context, pack.centreId);
  return latest?.key === packKey && (status === 'notPlaced' || status === 'old') ? pack : undefined;
}

/** The ISKs and managers of the centre (R15, R16). */
export const packReaders = (context: Context, { centreId }: Pick<OfflinePack, 'centreId'>): PersonId[] => [
  ...new Set(
    [...coordinatorsOf(context, centreId), ...managersOf(context, centreId)].map(({ key }) => key as PersonId),
  ),
];

/** The card about a new pack to print; the subject is its key. */
export const offlinePackKind: CampaignKind = {
  kind: 'offlinePack',
  audience: (context, packKey) => {
    const pack = waitingPack(context, packKey);
    return pack ? packReaders(context, pack) : [];
  },
  isOver: (context, packKey) => waitingPack(context, packKey) === undefined,
  hours: { when: 'working', because: 'a pack is printed by day' },
  joinsFirst: true,
  recheck: (context, packKey, personId) => {
    const person = findPerson(context, personId);
    const today = todayOf(context.clock);
    if (!person || !isEmployed(person, today)) return 'left';
    const pack = waitingPack(context, packKey);
    if (!pack || isAway(person, today) || !packReaders(context, pack).includes(personId)) return 'notNeeded';
    return 'send';
  },
  notApplicable: notInTeams,
  repeatWhenUncertain: false,
  priority: 'broadcast',
  canWait: true,
};
