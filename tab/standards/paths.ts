/** Paths of a standard, a control and a new control in the tab. */
export const standardPath = (key: string): string => `/standards/${encodeURIComponent(key)}`;
export const controlPath = (key: string): string => `/standards/controls/${encodeURIComponent(key)}`;
export const newControlPath = (requirementKey?: string): string =>
  requirementKey === undefined
    ? '/standards/controls/new'
    : `/standards/controls/new?requirement=${encodeURIComponent(requirementKey)}`;
