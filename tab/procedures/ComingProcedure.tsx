import type { ProcedureVersionView, ProcedureView } from '../../api/procedures/contract.ts';
import { ComingVersion } from '../documents/parts/ComingVersion.tsx';
import { t } from '../shared/texts/texts.ts';
import { DiscardDialog } from './ProcedureDialogs.tsx';
import { StateTag } from './StateTag.tsx';
import { pathOf } from './useProcedures.ts';

/** The version in approval, for its writers and approvers. */
export function ComingProcedure(props: {
  procedure: ProcedureView;
  coming: ProcedureVersionView;
  reading: boolean;
  onSubmit: () => void;
}) {
  const { procedure, coming, reading, onSubmit } = props;
  const { edit, submit } = procedure.abilities;
  return (
    <ComingVersion
      document={procedure}
      coming={coming}
      path={pathOf(procedure)}
      reading={reading}
      say={(word, values) => t(`procedures.coming.${word}`, values)}
      again={t('procedures.versions.new')}
      submitText={t('procedures.submit.button')}
      onSubmit={onSubmit}
      tag={<StateTag state={coming.state} />}
      discardDialog={(open, onClose) => <DiscardDialog procedure={procedure} open={open} onClose={onClose} />}
    >
      {edit && !submit && <Lacks coming={coming} />}
    </ComingVersion>
  );
}

/** What blocks submitting a draft. */
function Lacks({ coming: { text, file, summary, state } }: { coming: ProcedureVersionView }) {
  if (state === 'rejected') return null;
  if (!text && !file) return <p>{t('procedures.coming.lacksContent')}</p>;
  return summary ? null : <p>{t('procedures.coming.lacksSummary')}</p>;
}
