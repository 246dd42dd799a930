/** Standards, requirements and controls. */
export const standards = {
  title: 'Standards',
} as const;
