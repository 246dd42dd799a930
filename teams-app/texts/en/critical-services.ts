import type { criticalServices as da } from '../da/critical-services.ts';
import type { TextsOf } from '../catalogue.ts';

export const criticalServices: TextsOf<typeof da> = {
  title: 'Critical services',
  acceptance: {
    document: {
      figures: 'What is to be accepted',
      reason: 'Why',
      peaks: 'Times when it may be down for less',
      impacts: 'What happens while the service is away',
      impact: 'After {{time}}: {{level}} – {{word}}',
      days: 'the {{from}}th to the {{to}}th',
      atMost: 'at most {{time}}',
    },
  },
};
