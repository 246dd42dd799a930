/** Downtime as it happens: pages and cards. */
export const downtime = {
  title: 'Nedetid',
} as const;
