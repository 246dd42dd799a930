export const minePath = '/contingency/mine';
/** A plan as the reader carries it. */
export const ownPlanPath = (planKey: string): string => `${minePath}/${encodeURIComponent(planKey)}`;
/** What a phone dials: digits and a leading plus. */
export const telephone = (phone: string): string => `tel:${phone.replace(/(?!^\+)[^\d]/g, '')}`;
