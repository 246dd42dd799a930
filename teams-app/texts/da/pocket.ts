/** The plans of one’s own centre, also without a network; one’s part in a plan. */
export const pocket = {
  title: 'Når it er nede',
} as const;
