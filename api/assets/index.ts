/** Assets: IT systems and work processes, and what depends on what (R1). Stands below risks and contingency. */
export { Assets, type Asset } from './asset-list.ts';
export { assetOrThrow, assetPath, assetRefOf, dependants, findAsset } from './assets.ts';
export { mayAddAsset, mayEditAsset, mayImportAssets, maySeeAsset, maySeeRisks } from './permissions.ts';
export { ownCentres, riskReaders } from './permissions.ts';
