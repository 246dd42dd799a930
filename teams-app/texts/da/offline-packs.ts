/** Copies that work without Microsoft 365: pages, cards and the documents themselves. */
export const offlinePacks = {
  title: 'Offline-pakker',
} as const;
