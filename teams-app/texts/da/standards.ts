/** Standards, requirements and controls. */
export const standards = {
  title: 'Standarder',
} as const;
