import type { JournalEngine } from '../journal/index.ts';
import type { Instances } from './instances.ts';

/** One instance alone: it leads, and there is nobody to tell. */
export const aloneWith = (journal: JournalEngine): Instances => ({
  journal,
  leads: () => true,
  onLead: () => undefined,
  exclusive: (_key, work) => work(),
  follow: () => undefined,
  shareUnits: () => undefined,
  status: () => ({ engine: 'embedded', state: 'ok', instances: 1, leads: true }),
  close: () => journal.close(),
});
