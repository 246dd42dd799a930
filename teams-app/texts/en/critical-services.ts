import type { TextsOf } from '../catalogue.ts';
import type { criticalServices as da } from '../da/critical-services.ts';

export const criticalServices: TextsOf<typeof da> = {
  title: 'Critical services',
};
