export const servicePath = (key: string): string => `/contingency/services/${encodeURIComponent(key)}`;
/** An asset's figures: what it must do and can do when it is down. */
export const continuityPath = (assetKey: string): string => `/contingency/systems/${encodeURIComponent(assetKey)}`;
export const planPath = (planKey: string): string => `/contingency/plans/${encodeURIComponent(planKey)}`;
/** Where the plan that brings a system back is begun: the dialog opens with the system filled in. */
export const beginRestorePlanPath = (assetKey: string): string =>
  `/contingency/plans?${new URLSearchParams({ begin: 'restorePlan', asset: assetKey })}`;
export const testPath = (testKey: string): string => `/contingency/tests/${encodeURIComponent(testKey)}`;
export const downtimePath = (downtimeKey: string): string => `/contingency/downtime/${encodeURIComponent(downtimeKey)}`;
