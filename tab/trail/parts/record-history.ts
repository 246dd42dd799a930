import { loadTexts } from '../../shared/texts/texts.ts';
import { late } from '../../shared/ui/late.tsx';

/** What was done with a record, at the foot of its page: code and words come when it is first shown. */
export const recordHistory = late(
  async () => {
    const [file] = await Promise.all([import('../RecordHistory.tsx'), loadTexts('trail')]);
    return file.RecordHistory;
  },
  { rows: 1 },
);
