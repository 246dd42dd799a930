import type { AssessmentView } from '../../../api/risks/contract.ts';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { FinishedAssessment } from './FinishedAssessment.tsx';
import { QuickForm } from './QuickForm.tsx';
import { useAssessment } from './useAssessment.ts';
import { Workshop } from './Workshop.tsx';

/** A risk assessment: the short form, the workshop by threat, or its result. */
export function AssessmentPage() {
  const assessment = useAssessment();
  return <Viewed view={assessment}>{(view) => <Assessment key={`${view.key} ${view.form}`} view={view} />}</Viewed>;
}

function Assessment({ view }: { view: AssessmentView }) {
  if (view.state !== 'draft' || !view.abilities.edit) return <FinishedAssessment view={view} />;
  return view.form === 'quick' ? <QuickForm view={view} /> : <Workshop view={view} />;
}
