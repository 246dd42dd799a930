export const minePath = '/contingency/mine';
/** A plan as the reader carries it. */
export const ownPlanPath = (planKey: string): string => `${minePath}/${encodeURIComponent(planKey)}`;
