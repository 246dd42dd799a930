import { loadTexts } from '../../shared/texts/texts.ts';
import { late } from '../../shared/ui/late.tsx';

/** Controls linked to a record, for other features' pages: code and texts are loaded when first shown. */
export const linkedControls = late(
  async () => {
    const [file] = await Promise.all([import('../LinkedControls.tsx'), loadTexts('standards')]);
    return file.LinkedControls;
  },
  { rows: 1 },
);
