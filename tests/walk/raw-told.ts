import { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';
import { rawItems, text } from './raw-items.ts';

/** Keys of what a person was told on a day, from the list of it; and whether of others. */
export function rawTold(world: World, personId: string, day: string): { keys: string[]; others: boolean } {
  const told: { keys: string[]; others: boolean } = { keys: [], others: false };
  for (const page of rawItems(world, 'ReminderPages')) {
    if (text(page, 'Day').slice(0, 10) !== day) continue;
    for (const one of people.parse(JSON.parse(text(page, 'People')))) {
      if (one.person !== personId) continue;
      told.keys.push(...one.lines.map(({ key }) => key));
      told.others ||= (one.others ?? []).length > 0;
    }
  }
  return told;
}
const people = z.array(
  z.object({
    person: z.string(),
    lines: z.array(z.object({ key: z.string() })),
    others: z.array(z.unknown()).optional(),
  }),
);
