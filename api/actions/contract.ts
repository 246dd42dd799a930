import { z } from 'zod';
import { personRef } from '../http/contract.ts';
import { day, oneLine } from '../http/input.ts';

export const actionStates = ['open', 'overdue', 'done', 'cancelled'] as const;
export type ActionState = (typeof actionStates)[number];

/** An action for its reader. */
export const actionView = z.object({
  key: z.string(),
  etag: z.string(),
  title: z.string(),
  owner: personRef,
  due: z.iso.date(),
  note: z.string(),
  state: z.enum(actionStates),
  doneAt: z.iso.datetime().optional(),
  doneBy: personRef.optional(),
  /** Why it was given up. */
  cancelledReason: z.string().optional(),
  abilities: z.object({ edit: z.boolean(), work: z.boolean() }),
});
export type ActionView = z.output<typeof actionView>;

export const actionBody = z.object({
  title: oneLine.min(1).max(200),
  ownerId: z.string().min(1).max(255),
  due: day(),
});
export type ActionInput = z.input<typeof actionBody>;

export const cancelBody = z.object({ reason: z.string().trim().min(3).max(500) });
