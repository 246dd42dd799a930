import { countsFrom, forbidden } from '../kernel/index.ts';
import { transferable } from '../organisation/index.ts';
import { Assets } from './asset-list.ts';
import { mayEditAsset } from './permissions.ts';

/**
 * Gives a system or a work process another owner (R1). 4 resource units. Throws AppError as `Transferable`, forbidden
 * `assets.mayNotEdit`.
 */
export const assetTransfer = transferable(Assets, {
  act: 'giveAsset',
  ownerOf: ({ ownerId }) => ownerId,
  give: (asset, { to }) => ({ ownerId: to, countsFrom: countsFrom(asset) }),
  check: (_context, actor, asset) => {
    if (!mayEditAsset(actor, asset)) throw forbidden('assets.mayNotEdit');
  },
});
