import { Field, Input } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { useId, useRef } from 'react';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed, NoAccess } from '../shared/ui/Failed.tsx';
import { useDrop } from '../shared/ui/FileDrop.tsx';
import { ImportProgress } from '../shared/ui/ImportProgress.tsx';
import { ImportStep, ImportSteps } from '../shared/ui/ImportSteps.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { ImportedStandard, StandardChecked } from './StandardChecked.tsx';
import { StandardsNav } from './StandardsNav.tsx';
import { useImportStandard, useStandardRun, type StandardImport } from './useImportStandard.ts';
import styles from '../shared/ui/ImportSteps.module.css';

/** More standards: from a table or from a YAML library, tried before anything is saved. */
export function ImportStandardPage() {
  const view = useView('GET /api/standards', {});
  return (
    <Viewed view={view}>
      {({ abilities }) =>
        abilities.import ? (
          <Page title={t('standards.import.title')} above={t('standards.title')} lead={t('standards.import.lead')}>
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
        <ImportStep number={1} title={t('standards.import.steps.file')} reached arrived={false}>
          <Drop form={form} />
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

function Drop({ form }: { form: StandardImport }) {
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const chosen = files?.[0];
    if (chosen) form.choose(chosen);
    // The same file may be chosen again after it was mended.
    if (input.current) input.current.value = '';
  };
  const { over, onDrop } = useDrop(take);
  return (
    <>
      <div
        className={over ? `${styles.importDrop} ${styles.over}` : styles.importDrop}
        data-part="import-drop"
        {...onDrop}
      >
        <p>{form.file ? t('standards.import.read', { name: form.file.fileName }) : t('files.sheet.drop')}</p>
        <ActButton
          appearance={form.file ? 'secondary' : 'primary'}
          icon={<ArrowUploadRegular />}
          busy={form.reading}
          busyText={t('files.sheet.reading')}
          onClick={() => input.current?.click()}
        >
          {form.file ? t('files.another') : t('files.choose')}
        </ActButton>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,.xlsx,.yaml,.yml"
          onChange={(event) => take(event.target.files)}
        />
        <p className="quiet">{t('standards.import.kinds')}</p>
      </div>
      {form.problem && (
        <Notice tone="error" live>
          {form.problem}
        </Notice>
      )}
    </>
  );
}

/** What a table is called; a library names itself. */
function Try({ form }: { form: StandardImport }) {
  const nameId = useId();
  const press = () => {
    if (form.needsTitle && form.title.trim() === '') document.getElementById(nameId)?.focus();
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
          <Input id={nameId} value={form.title} onChange={(_, data) => form.name(data.value)} />
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
