import { z } from 'zod';
import { day } from '../../api/http/input.ts';
import { isLocalDate } from '../../api/kernel/index.ts';

/** Ids of this product are letters, digits and a few marks: anything else never came from a card of ours. */
export const cardKey = z
  .string()
  .max(200)
  .regex(/^[\w.-]{1,200}$/);
/** A day that stands on a card of ours. */
export const cardDay = day().refine(isLocalDate);
