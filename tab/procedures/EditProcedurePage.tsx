import { useState } from 'react';
import type { ProceduresView, ProcedureVersionView, ProcedureView } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { ApprovalReasons } from '../shared/ui/ApprovalWay.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { valuesOf, withChosen } from './procedure-values.ts';
import { ProcedureForm } from './ProcedureForm.tsx';
import { useGuidelines, useLibrary } from './useLibrary.ts';
import { useProcedure } from './useProcedure.ts';
import { useProcedureForm } from './useProcedureForm.ts';
import { pathOf } from './useProcedures.ts';

/** The draft, or a new version created from the one in force. */
export function EditProcedurePage() {
  const procedure = useProcedure();
  return <Viewed view={procedure}>{(view) => <Begin key={view.key} procedure={view} />}</Viewed>;
}

function Begin({ procedure }: { procedure: ProcedureView }) {
  const library = useLibrary();
  // Others' changes do not close or change a form in use.
  const [begun] = useState({ from: procedure.coming ?? procedure.current, mayWrite: procedure.abilities.edit });
  const { from } = begun;
  if (!begun.mayWrite || !from) return <NoAccess />;
  return <Viewed view={library}>{(known) => <Edit procedure={procedure} from={from} library={known} />}</Viewed>;
}

function Edit(props: { procedure: ProcedureView; from: ProcedureVersionView; library: ProceduresView }) {
  const { procedure, from, library } = props;
  const [isDraft] = useState(procedure.coming !== undefined);
  const [start] = useState(() => valuesOf(from, isDraft));
  const guidelines = useGuidelines();
  const { kind, centre } = procedure;
  const state = useProcedureForm({
    draft: `procedure.${procedure.key}`,
    kind,
    start,
    etag: from.changedAt,
    procedure,
    held: from.file,
  });
  const title = isDraft
    ? t('common.word.changeOf', { title: from.title })
    : t('procedures.form.newVersion', { title: from.title });
  const reasons = from.state === 'returned' ? (from.approval?.reasons ?? []) : [];
  return (
    <Page title={title} back={{ to: pathOf(procedure), page: from.title }}>
      {reasons.length > 0 && (
        <Notice tone="warning" title={t('procedures.coming.returned')}>
          <ApprovalReasons reasons={reasons} />
        </Notice>
      )}
      <ProcedureForm
        state={state}
        choosable={{
          kind,
          areas: library.areas,
          guidelines: withChosen(guidelines.data?.procedures ?? [], from.guideline),
          centres: [],
          centre,
        }}
        onDiscard={state.draft.discard}
      />
    </Page>
  );
}
