import { z } from 'zod';
import type { Instant, PersonId } from '../../api/kernel/index.ts';
import { journalKind, type JournalEntry } from '../../api/journal/index.ts';

/** A promised press: person, button, card and time. Permissions are checked when it is carried out. */
const promisedPress = z.object({
  personId: z.string().transform((id) => id as PersonId),
  locale: z.string().optional(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
  pressedAt: z.string().transform((at) => at as Instant),
  card: z.object({ conversation: z.string(), serviceUrl: z.string(), activity: z.string() }).optional(),
  isDone: z.literal(true).optional(),
});
export interface PromisedPress {
  personId: PersonId;
  locale?: string | undefined;
  verb: string;
  data: Readonly<Record<string, unknown>>;
  pressedAt: Instant;
  card?: { conversation: string; serviceUrl: string; activity: string } | undefined;
  /** Only its card is pending: later presses need not wait. */
  isDone?: true | undefined;
}

export const promisesInJournal = journalKind<PromisedPress>('press', promisedPress);

/** Whether the person has an earlier press among them that is not done. One clock gives the moments: that of Teams. */
export const isAfter = (
  { personId, pressedAt }: Pick<PromisedPress, 'personId' | 'pressedAt'>,
  others: readonly JournalEntry<PromisedPress>[],
): boolean =>
  others.some(({ data }) => data.personId === personId && data.isDone !== true && data.pressedAt < pressedAt);

/** The same button, card and fields. */
export const isSamePress = (one: PromisedPress, other: PromisedPress): boolean =>
  one.personId === other.personId &&
  one.verb === other.verb &&
  one.card?.activity === other.card?.activity &&
  JSON.stringify(one.data) === JSON.stringify(other.data);
