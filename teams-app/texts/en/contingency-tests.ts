import type { TextsOf } from '../catalogue.ts';
import type { contingencyTests as da } from '../da/contingency-tests.ts';

export const contingencyTests: TextsOf<typeof da> = {
  title: 'Tests',
  proposal: {
    withinMtd: 'Running again within the downtime you can accept',
  },
  proposal: {
    withinMtd: 'Running again within the downtime you can accept',
  },
};
