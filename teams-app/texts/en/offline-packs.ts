import type { TextsOf } from '../catalogue.ts';
import type { offlinePacks as da } from '../da/offline-packs.ts';

export const offlinePacks: TextsOf<typeof da> = {
  title: 'Offline packs',
};
