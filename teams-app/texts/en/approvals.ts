import type { TextsOf } from '../catalogue.ts';
import type { approvals as da } from '../da/approvals.ts';

export const approvals: TextsOf<typeof da> = {
  title: 'Approvals',
};
