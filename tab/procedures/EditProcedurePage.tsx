import { useState } from 'react';
import type { ProceduresView, ProcedureVersionView, ProcedureView } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { ApprovalReasons } from '../shared/ui/ApprovalWay.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { valuesOf } from './procedure-values.ts';
import { ProcedureForm } from './ProcedureForm.tsx';
import { useGuidelines, useLibrary } from './useLibrary.ts';
import { useProcedure } from './useProcedure.ts';
import { useProcedureForm } from './useProcedureForm.ts';
import { pathOf } from './useProcedures.ts';
import './Procedures.css';

/** The draft to go on with, or a new version that begins with what is in force. */
export function EditProcedurePage() {
  const procedure = useProcedure();
  const library = useLibrary();
  return (
    <Viewed view={procedure}>
      {(view) => {
        const from = view.coming ?? view.current;
        if (!view.abilities.edit || !from) return <NoAccess />;
        return (
          <Viewed view={library}>
            {(known) => <Edit key={view.key} procedure={view} now={from} library={known} />}
          </Viewed>
        );
      }}
    </Viewed>
  );
}

function Edit(props: { procedure: ProcedureView; now: ProcedureVersionView; library: ProceduresView }) {
  const { procedure, library } = props;
  // What is fetched anew meanwhile does not change the form under the writer's hands.
  const [isDraft] = useState(procedure.coming !== undefined);
  const [from] = useState(props.now);
  const [start] = useState(() => valuesOf(from, isDraft));
  const guidelines = useGuidelines();
  const { kind, centre } = procedure;
  const state = useProcedureForm({
    keptAs: `procedure.${from.key}`,
    kind,
    start,
    procedure,
    held: from.file,
  });
  const title = isDraft
    ? t('procedures.form.editTitle', { title: from.title })
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
          guidelines: guidelines.data?.procedures ?? [],
          centres: [],
          centre,
        }}
        onDiscard={state.discardKept}
      />
    </Page>
  );
}
