import type { TextsOf } from '../catalogue.ts';
import type { calendar as da } from '../da/calendar.ts';
export const calendar: TextsOf<typeof da> = { name: 'Information security tasks ({{organisation}})' };
