import { z } from 'zod';
import { day } from '../../api/http/input.ts';
import { isLocalDate } from '../../api/kernel/index.ts';

/** Our ids are letters, digits and a few marks: anything else is not from our cards. */
export const cardKey = z
  .string()
  .max(200)
  .regex(/^[\w.-]{1,200}$/);
/** A day on our cards. */
export const cardDay = day().refine(isLocalDate);
