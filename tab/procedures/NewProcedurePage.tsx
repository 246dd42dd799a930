import { useState } from 'react';
import type { MeView } from '../../api/organisation/contract.ts';
import type { ProceduresView } from '../../api/procedures/contract.ts';
import { useAddress } from '../shared/address.ts';
import { titleOfFile } from '../shared/files.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { useDraft } from '../shared/forms/useDraft.ts';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { BeginProcedure, type Begun } from './BeginProcedure.tsx';
import { newValues, type ProcedureKind, type ProcedureValues } from './procedure-values.ts';
import { ProcedureForm } from './ProcedureForm.tsx';
import { useGuidelines, useLibrary } from './useLibrary.ts';
import { useProcedureForm } from './useProcedureForm.ts';

/** A new procedure or guideline: from a file, a template or nothing. */
export function NewProcedurePage() {
  const library = useLibrary();
  const me = useMe();
  return (
    <Viewed view={me}>
      {(reader) => <Viewed view={library}>{(view) => <NewPage me={reader} library={view} />}</Viewed>}
    </Viewed>
  );
}

function NewPage({ me, library }: { me: MeView; library: ProceduresView }) {
  const { valueOf } = useAddress<'kind' | 'guideline' | 'centre'>();
  const guidelines = useGuidelines();
  const kind: ProcedureKind = valueOf('kind') === 'guideline' ? 'guideline' : 'procedure';
  if (!(kind === 'guideline' ? library.abilities.makeGuideline : library.abilities.makeProcedure)) return <NoAccess />;
  const guideline = guidelines.data?.procedures.find(({ key }) => key === valueOf('guideline'));
  return (
    <Page
      title={t(`procedures.new.${kind}`)}
      back={{ to: '/procedures', page: t('procedures.title') }}
      lead={guideline && t('procedures.list.carriesOut', { guideline: guideline.title })}
    >
      <NewProcedure
        me={me}
        kind={kind}
        library={library}
        guideline={valueOf('guideline')}
        centreId={valueOf('centre')}
      />
    </Page>
  );
}

/** Visible centres for which the reader writes procedures. */
const centresWritten = (centres: ProceduresView['centres'], { keep }: MeView['abilities']) =>
  centres.filter(({ id }) => keep.includes(id));

interface Props {
  me: MeView;
  kind: ProcedureKind;
  library: ProceduresView;
  guideline: string | undefined;
  centreId: string | undefined;
}

function NewProcedure(props: Props) {
  const { kind, guideline = '', centreId = '' } = props;
  const draftKey = ['procedure.new', kind, guideline, centreId].filter(Boolean).join('.');
  const { found } = useDraft<ProcedureValues>(draftKey);
  const [begun, setBegun] = useState<Begun | undefined>(found ? {} : undefined);
  if (!begun) return <BeginProcedure kind={kind} onBegin={setBegun} />;
  return <Filled {...props} draftKey={draftKey} begun={begun} onDiscard={() => setBegun(undefined)} />;
}

function Filled(props: Props & { draftKey: string; begun: Begun; onDiscard: () => void }) {
  const { me, kind, library, guideline, begun } = props;
  const guidelines = useGuidelines();
  const centres = centresWritten(library.centres, me.abilities);
  const own = centres.find(({ id }) => id === me.centre?.id);
  const centre = centres.find(({ id }) => id === props.centreId) ?? own ?? centres[0];
  const [start] = useState(() =>
    newValues(
      {
        title: begun.file ? titleOfFile(begun.file.name) : undefined,
        fileName: begun.file?.name,
        template: begun.template,
        centreId: kind === 'procedure' ? centre?.id : undefined,
        guidelineKey: guideline,
      },
      library.areas,
    ),
  );
  const state = useProcedureForm({ draft: props.draftKey, kind, start, file: begun.file });
  return (
    <ProcedureForm
      state={state}
      choosable={{
        kind,
        areas: library.areas,
        guidelines: guidelines.data?.procedures ?? [],
        centres,
        centre: centres.length === 1 ? centre : undefined,
      }}
      onDiscard={() => {
        state.draft.discard();
        props.onDiscard();
      }}
    />
  );
}
