import { loadTexts } from '../../shared/texts/texts.ts';
import { late } from '../../shared/ui/late.tsx';

/** The controls that something is part of, for the pages of other features: code and words come when it is first shown. */
export const linkedControls = late(
  async () => {
    const [file] = await Promise.all([import('../LinkedControls.tsx'), loadTexts('standards')]);
    return file.LinkedControls;
  },
  { rows: 1 },
);
