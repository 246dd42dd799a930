import type { TextsOf } from '../catalogue.ts';
import type { downtime as da } from '../da/downtime.ts';

export const downtime: TextsOf<typeof da> = {
  title: 'Downtime',
};
