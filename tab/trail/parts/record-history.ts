import { loadTexts } from '../../shared/texts/texts.ts';
import { late } from '../../shared/ui/late.tsx';

/** A record's audit trail, at the foot of its page: code and texts are loaded when first shown. */
export const recordHistory = late(
  async () => {
    const [file] = await Promise.all([import('../RecordHistory.tsx'), loadTexts('trail')]);
    return file.RecordHistory;
  },
  { rows: 1 },
);
