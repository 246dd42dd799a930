export const minePath = '/contingency/mine';
/** Page of a carried plan. */
export const ownPlanPath = (planKey: string): string => `${minePath}/${encodeURIComponent(planKey)}`;
