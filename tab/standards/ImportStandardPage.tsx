import { Field, Input } from '@fluentui/react-components';
import { useId } from 'react';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed, NoAccess } from '../shared/ui/Failed.tsx';
import { ImportProgress } from '../shared/ui/ImportProgress.tsx';
import { ImportStep, ImportSteps } from '../shared/ui/ImportSteps.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SheetDrop } from '../shared/ui/SheetDrop.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { ImportedStandard, StandardChecked } from './StandardChecked.tsx';
import { StandardsNav } from './StandardsNav.tsx';
import { useImportStandard, useStandardRun, type StandardImport } from './useImportStandard.ts';

/** Import of standards: from a table or a YAML library, checked before saving. */
export function ImportStandardPage() {
  const view = useView('GET /api/standards', {});
  return (
    <Viewed view={view}>
      {({ abilities }) =>
        abilities.import ? (
          <Page title={t('standards.nav.import')} above={t('common.nav.standards')} lead={t('standards.import.lead')}>
            <StandardsNav />
            <Import />
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}

function Import() {
  const form = useImportStandard();
  const run = useStandardRun();
  return (
    <>
      <ImportProgress run={run && { ...run, done: run.written }} again={t('standards.import.again')} />
      <ImportSteps>
        <ImportStep number={1} title={t('common.word.chooseFile')} reached arrived={false}>
          <SheetDrop
            read={form.file && t('standards.import.read', { name: form.file.fileName })}
            kinds={{ words: t('standards.import.kinds'), accept: '.csv,.txt,.xlsx,.yaml,.yml' }}
            reading={form.reading}
            problem={form.fileProblem}
            error={form.readError}
            onFile={form.choose}
          />
          {form.file && <Try form={form} />}
        </ImportStep>
        <ImportStep
          number={2}
          title={t('standards.import.steps.check')}
          reached={form.checked !== undefined}
          arrived={form.arrived === 'check'}
        >
          {form.checked && <StandardChecked form={form} checked={form.checked} />}
        </ImportStep>
        <ImportStep
          number={3}
          title={t('standards.import.steps.done')}
          reached={form.written !== undefined}
          arrived={form.arrived === 'done'}
        >
          {form.written && <ImportedStandard form={form} written={form.written} />}
        </ImportStep>
      </ImportSteps>
    </>
  );
}

/** A table's name; a library has its own. */
function Try({ form }: { form: StandardImport }) {
  const nameId = useId();
  const press = () => {
    if (form.titleMissing) document.getElementById(nameId)?.focus();
    form.check();
  };
  return (
    <>
      {form.needsTitle && (
        <Field
          label={t('standards.import.name')}
          hint={t('standards.import.nameHint')}
          required
          {...(form.titleWrong ? { validationMessage: t('standards.import.nameNeeded') } : {})}
        >
          <Input id={nameId} value={form.mapped.title} onChange={(_, data) => form.map({ title: data.value })} />
        </Field>
      )}
      <div>
        <ActButton
          appearance={form.checked ? 'secondary' : 'primary'}
          busy={form.checking}
          busyText={t('standards.import.checking')}
          onClick={press}
        >
          {t('standards.import.check')}
        </ActButton>
      </div>
      <ActFailed error={form.checkError} />
    </>
  );
}
