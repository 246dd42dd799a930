import { z } from 'zod';
import type { Instant, PersonId } from '../../api/kernel/index.ts';
import { journalKind } from '../../api/journal/index.ts';

/** A promised press: person, button, card and time. Permissions are checked when it is carried out. */
export const promisedPress = z.object({
  personId: z.string().transform((id) => id as PersonId),
  locale: z.string().optional(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
  pressedAt: z.string().transform((at) => at as Instant),
  card: z.object({ conversation: z.string(), serviceUrl: z.string(), activity: z.string() }).optional(),
});
export interface PromisedPress {
  personId: PersonId;
  locale?: string | undefined;
  verb: string;
  data: Readonly<Record<string, unknown>>;
  pressedAt: Instant;
  card?: { conversation: string; serviceUrl: string; activity: string } | undefined;
}

export const promisesInJournal = journalKind<PromisedPress>('press', promisedPress);

/** The same button, card and fields. */
export const isSamePress = (one: PromisedPress, other: PromisedPress): boolean =>
  one.personId === other.personId &&
  one.verb === other.verb &&
  one.card?.activity === other.card?.activity &&
  JSON.stringify(one.data) === JSON.stringify(other.data);
