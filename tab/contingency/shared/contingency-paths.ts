export const servicePath = (key: string): string => `/contingency/services/${encodeURIComponent(key)}`;
/** An asset's figures: requirement and capability. */
export const continuityPath = (assetKey: string): string => `/contingency/systems/${encodeURIComponent(assetKey)}`;
export const planPath = (planKey: string): string => `/contingency/plans/${encodeURIComponent(planKey)}`;
/** Page to create a system's restore plan: the dialog opens with it selected. */
export const beginRestorePlanPath = (assetKey: string): string =>
  `/contingency/plans?${new URLSearchParams({ begin: 'restorePlan', asset: assetKey })}`;
export const testPath = (testKey: string): string => `/contingency/tests/${encodeURIComponent(testKey)}`;
export const downtimePath = (downtimeKey: string): string => `/contingency/downtime/${encodeURIComponent(downtimeKey)}`;
