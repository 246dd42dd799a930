import { loadTexts } from '../../../shared/texts/texts.ts';
import { late } from '../../../shared/ui/late.tsx';

/** The plan that brings a system back, for the pages about the system: code and words come when it is first shown. */
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
