import { loadTexts } from '../../shared/texts/texts.ts';
import { late } from '../../shared/ui/late.tsx';

const button = late(
  async () => {
    const [file] = await Promise.all([import('./BeginDialog.tsx'), loadTexts('riskAssessment')]);
    return file.BeginButton;
  },
  { rows: 0 },
);

/** Begins an assessment of the asset: asks for its form and what to copy from, then opens it. */
export const BeginAssessmentButton = (props: { assetKey: string; copyFrom?: string }) => <button.Part {...props} />;
