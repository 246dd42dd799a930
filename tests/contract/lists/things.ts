import { z } from 'zod';
import { choice, date, defineList, json, longText, number, optional, text } from '../../../api/sharepoint/index.ts';

/** A list with a column of every kind. */
export const Things = defineList('Things', {
  describe: 'For tests.',
  columns: {
    title: text('Title'),
    body: longText('Body'),
    size: number('Size'),
    colour: choice(['red', 'green'] as const, 'Colour'),
    startsOn: optional(date('First day')),
    parts: json(z.array(z.string()), 'Parts'),
    claimedBy: optional(text('Who was first')),
  },
});
export const aThing = (key: string, size = 1) => ({
  key,
  title: `Ting ${key}`,
  body: 'æøå & "#1"',
  size,
  colour: 'red' as const,
  parts: ['a', 'b'],
});
