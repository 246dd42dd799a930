export * from './columns.ts';
export * from './define-list.ts';
export * from './create-once.ts';
export * from './list-handle.ts';

export { createLists, type Lists, type ListsSettings, type ListStatus } from './lists.ts';
export { createListWatch, type ListWatch, type WatchStatus } from './list-watch.ts';
export type { Seen } from './list-observer.ts';
export { createSubscriptions, isSame, listChangesPath, type Subscriptions } from './subscriptions.ts';
export { createGraph, odataText, type CallOptions, type Graph, type GraphAnswer, type Page } from './graph.ts';
export { failedAs, GraphFailure } from './graph-failure.ts';
export { createTokens, createUserTokens, graphScope, type Credential, type Tokens, type UserTokens } from './tokens.ts';
export { createUnitBudget, type UnitBudget } from './unit-budget.ts';
export { unitsPerMinuteOf } from './unit-cost.ts';
export { checkDrift, provision, type ProvisioningReport } from './provisioning.ts';
export type { Drift } from './drift.ts';
export type { Wrong, WrongField } from './wrong-field.ts';
export { documentLibrary, type DocumentLibrary, type StoredFile, type UploadOptions } from './document-library.ts';
