import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { ImportStep, ImportSteps } from '../shared/ui/ImportSteps.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SheetDrop, sheetRead } from '../shared/ui/SheetDrop.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { ImportChecked, LearningImported } from './ImportChecked.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { LearningImportProgress, useImportRun } from './ImportRun.tsx';
import { LearningNav } from './LearningNav.tsx';
import { useImport } from './useImport.ts';

/** Import of completions, in three steps on one page. */
export function ImportPage() {
  const mine = useView('GET /api/learning', {});
  return (
    <Viewed view={mine}>
      {({ abilities }) =>
        abilities.manage ? (
          <Page title={t('awareness.import.title')} above={t('common.nav.learning')} lead={t('awareness.import.lead')}>
            <LearningNav />
            <Steps />
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}

function Steps() {
  const form = useImport();
  const run = useImportRun();
  if (form.written) return <LearningImported form={form} written={form.written} run={run} />;
  return (
    <>
      <LearningImportProgress run={run} />
      <ImportSteps>
        <ImportStep number={1} title={t('common.word.chooseFile')} reached arrived={false}>
          <SheetDrop
            read={form.file && form.columns && sheetRead(form.file, form.columns)}
            reading={form.reading}
            problem={form.fileProblem}
            error={form.readError}
            onFile={form.choose}
          />
        </ImportStep>
        <ImportStep
          number={2}
          title={t('awareness.import.steps.columns')}
          reached={form.columns !== undefined}
          arrived={form.arrived === 'columns'}
        >
          {form.columns && <ImportColumns form={form} columns={form.columns} />}
        </ImportStep>
        <ImportStep
          number={3}
          title={t('awareness.import.steps.check')}
          reached={form.checked !== undefined}
          arrived={form.arrived === 'check'}
        >
          {form.checked && <ImportChecked form={form} checked={form.checked} />}
        </ImportStep>
      </ImportSteps>
    </>
  );
}
