import { loadTexts } from '../../../shared/texts/texts.ts';
import { late } from '../../../shared/ui/late.tsx';

/** A system's restore plan, for the system's pages: code and texts are loaded when first shown. */
export const restorePlan = late(
  async () => {
    const [file] = await Promise.all([
      import('../RestorePlan.tsx'),
      loadTexts('contingencyPlans', 'contingency', 'risks'),
    ]);
    return file.RestorePlan;
  },
  { rows: 1 },
);
