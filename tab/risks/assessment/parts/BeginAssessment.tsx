import { loadTexts } from '../../../shared/texts/texts.ts';
import { late } from '../../../shared/ui/late.tsx';

const file = async () => (await Promise.all([import('../BeginDialog.tsx'), loadTexts('riskAssessment')]))[0];
const button = late(async () => (await file()).BeginButton, { rows: 0 });
const dialog = late(async () => (await file()).BeginDialog, { rows: 0 });

interface Start {
  assetKey: string;
  /** Assessment to copy from by default. */
  copyFrom?: string;
}

/** Starts an assessment of the asset: asks for its form and source, then opens it. */
export const BeginAssessmentButton = (props: Start) => <button.Part {...props} />;

/** The same dialog, for pages with their own button. */
export const BeginAssessmentDialog = (props: Start & { open: boolean; onClose: () => void }) => (
  <dialog.Part {...props} />
);
