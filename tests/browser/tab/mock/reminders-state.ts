import type { z } from 'zod';
import type { CadenceView, wishesBody } from '../../../../api/reminders/contract.ts';

/** What changes while a test presses buttons. */
export interface RemindersState {
  cadences: Map<string, CadenceView>;
  wishes: z.output<typeof wishesBody> | undefined;
}
