import { Assets } from '../../assets/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { AssetRecovery, ContinuitySettingsList, CriticalServices } from '../../critical-services/index.ts';
import { addDays, localDate, stableKey, type LocalDate, type SharedWork } from '../../kernel/index.ts';
import type { SharedSource } from '../../obligations/index.ts';
import { Centres } from '../../organisation/index.ts';
import { OfflinePacks, PackPlacements, type OfflinePack } from './pack-lists.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plans/plan-lists.ts';
import { packContents } from './pack-content.ts';
import { packsPath, packStatusOf } from './packs.ts';

/** Days to print and place a pack. */
const placeWithinDays = 14;

/** Its deadline. */
export const packPlaceDue = ({ madeAt }: Pick<OfflinePack, 'madeAt'>): LocalDate =>
  addDays(localDate(madeAt), placeWithinDays);

/** The key of a pack's obligation. */
export const placePackKey = (packKey: string): string => stableKey('placePack', ...packKey.split('_'));

/** The latest pack of each centre with plans in force: placed, or due. */
function work(context: Context): SharedWork[] {
  return [...packContents(context).keys()].flatMap((centreId): SharedWork[] => {
    const { status, latest } = packStatusOf(context, centreId);
    if (!latest) return [];
    const since = localDate(latest.madeAt);
    return [
      {
        key: placePackKey(latest.key),
        kind: 'placePack',
        subject: { key: latest.key, title: latest.title },
        due: packPlaceDue(latest),
        since,
        path: packsPath,
        centreId,
        state: status === 'placed' ? 'done' : 'open',
        responsible: { role: 'coordinator', centreId },
      },
    ];
  });
}

/** A centre's ISK prints the plans and places them (R5, R16). */
export const placePackSource: SharedSource = {
  kinds: ['placePack'],
  lists: [
    OfflinePacks,
    PackPlacements,
    Centres,
    Assets,
    CriticalServices,
    AssetRecovery,
    ContinuitySettingsList,
    ContingencyPlans,
    ContingencyPlanVersions,
    ApprovalRequests,
  ],
  work,
};
