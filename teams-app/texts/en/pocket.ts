import type { TextsOf } from '../catalogue.ts';
import type { pocket as da } from '../da/pocket.ts';

export const pocket: TextsOf<typeof da> = {
  title: 'When IT is down',
};
