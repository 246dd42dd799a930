import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { ImportProgress } from '../shared/ui/ImportProgress.tsx';
import { ImportStep, ImportSteps } from '../shared/ui/ImportSteps.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SheetDrop, sheetRead } from '../shared/ui/SheetDrop.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { ImportChecked, AssetsImported } from './ImportChecked.tsx';
import { ImportsMade } from './ImportsMade.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { useImportAssets, useImportRun, type AssetImport, type ImportRun } from './useImportAssets.ts';

/** Asset import, in three steps on one page. */
export function ImportAssetsPage() {
  const list = useView('GET /api/assets', { query: { limit: 1 } });
  return (
    <Viewed view={list}>
      {({ abilities }) =>
        abilities.import ? (
          <Page
            title={t('assets.import.title')}
            lead={t('assets.import.lead')}
            back={{ to: '/risks/assets', page: t('assets.one.back') }}
          >
            <Imports />
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}

/** What was just saved is no longer told of when it, or another import, is undone. */
function Imports() {
  const form = useImportAssets();
  return (
    <>
      <Steps form={form} />
      <ImportsMade onUndone={() => form.written && form.again()} />
    </>
  );
}

function Steps({ form }: { form: AssetImport }) {
  const run = useImportRun();
  const { file, columns, checked, written } = form;
  if (written)
    return (
      <>
        {written.left > 0 && <Progress run={run} />}
        <AssetsImported form={form} written={written} run={run} />
      </>
    );
  return (
    <>
      <Progress run={run} />
      <ImportSteps>
        <ImportStep number={1} title={t('common.word.chooseFile')} reached arrived={false}>
          <SheetDrop
            read={file && columns && sheetRead(file, columns)}
            reading={form.reading}
            problem={form.fileProblem}
            error={form.readError}
            onFile={form.choose}
          />
        </ImportStep>
        <ImportStep
          number={2}
          title={t('assets.import.steps.columns')}
          reached={columns !== undefined}
          arrived={form.arrived === 'columns'}
        >
          {columns && <ImportColumns form={form} columns={columns} />}
        </ImportStep>
        <ImportStep
          number={3}
          title={t('assets.import.steps.check')}
          reached={checked !== undefined}
          arrived={form.arrived === 'check'}
        >
          {checked && <ImportChecked form={form} checked={checked} />}
        </ImportStep>
      </ImportSteps>
    </>
  );
}

const Progress = ({ run }: { run: ImportRun }) => (
  <ImportProgress run={run && { ...run, done: run.written }} again={t('assets.import.again')} />
);
