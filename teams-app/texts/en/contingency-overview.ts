import type { TextsOf } from '../catalogue.ts';
import type { contingencyOverview as da } from '../da/contingency-overview.ts';

export const contingencyOverview: TextsOf<typeof da> = {
  title: 'Contingency',
};
