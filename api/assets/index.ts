/** Assets: IT systems, work processes and their dependencies (R1). Below risks and contingency. */
export { Assets, type Asset } from './asset-list.ts';
export {
  assetOrThrow,
  assetPath,
  assetsOwnedBy,
  assetRefOf,
  dependants,
  dependsOnAll,
  findAsset,
  neededByAll,
} from './assets.ts';
export { assetWord } from './asset-words.ts';
export { assetRow, foldedAsset, visibleStatus } from './asset-rows.ts';
export {
  mayAddAsset,
  mayEditAsset,
  mayImportAssets,
  maySeeAsset,
  maySeeRisks,
  maySeeRisksOf,
  maySeeWhole,
  ownCentres,
  riskReaders,
} from './permissions.ts';
export { addAsset, changeAsset } from './save-asset.ts';
export { reinstateAsset, retireAsset } from './retire-asset.ts';
export { decideNotNeeded, undoNotNeeded } from './decide-not-needed.ts';
export { assetRoutes } from './routes.ts';
export { assetTransfer } from './asset-transfer.ts';
