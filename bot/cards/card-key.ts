import { z } from 'zod';

/** Ids of this product are letters, digits and a few marks: anything else never came from a card of ours. */
export const cardKey = z.string().regex(/^[\w.-]{1,200}$/);
