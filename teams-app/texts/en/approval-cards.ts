import type { TextsOf } from '../catalogue.ts';
import type { approvalCards as da } from '../da/approval-cards.ts';

export const approvalCards: TextsOf<typeof da> = {
  title: 'To approve: {{title}}',
};
