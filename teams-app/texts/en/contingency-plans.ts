import type { TextsOf } from '../catalogue.ts';
import type { contingencyPlans as da } from '../da/contingency-plans.ts';

export const contingencyPlans: TextsOf<typeof da> = {
  title: 'Contingency plans',
};
