import type { AssetImportCheck } from '../../api/assets/contract.ts';
import { t, textOf } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { ImportDone, WriteImport } from '../shared/ui/ImportWritten.tsx';
import { RowProblems } from '../shared/ui/RowProblems.tsx';
import { ImportWords } from './ImportWords.tsx';
import type { AssetImport, ImportRun } from './useImportAssets.ts';

/** Enough to recognise them. */
const mostShown = 10;
const toWrite = ({ added, changed }: AssetImportCheck) => added + changed;

/** Step 3: valid rows and problems by row; then writing. */
export function ImportChecked({ form, checked }: { form: AssetImport; checked: AssetImportCheck }) {
  const count = toWrite(checked);
  return (
    <>
      <Sums checked={checked} />
      {checked.sample.length > 0 && <SampleTable checked={checked} />}
      <ImportWords form={form} checked={checked} />
      {checked.problemCount > 0 && <Problems checked={checked} fileName={form.file?.fileName ?? ''} />}
      <WriteImport form={form} label={count > 0 ? t('assets.import.save', { count }) : undefined} />
    </>
  );
}

function Sums({ checked }: { checked: AssetImportCheck }) {
  const { rows, added, changed, unchanged, leftOut } = checked;
  const count = toWrite(checked);
  const more = [
    t('files.sheet.hasRows', { count: rows }),
    added > 0 && t('assets.import.added', { count: added }),
    changed > 0 && t('assets.import.changed', { count: changed }),
    unchanged > 0 && t('assets.import.unchanged', { count: unchanged }),
    leftOut > 0 && t('assets.import.leftOut', { count: leftOut }),
  ].filter((text) => text !== false);
  return (
    <Consequence first={count === 0 ? t('assets.import.nothing') : t('assets.import.will', { count })}>
      <p>{more.join(' ')}</p>
    </Consequence>
  );
}

const SampleTable = ({ checked }: { checked: AssetImportCheck }) => (
  <section className="section" aria-labelledby="import-sample">
    <h3 className="card-title" id="import-sample">
      {t('assets.import.sample')}
    </h3>
    <DataTable
      caption={t('assets.import.sample')}
      columns={[
        { key: 'title', title: t('common.word.name'), cell: ({ title }) => title },
        {
          key: 'line',
          title: t('files.sheet.line'),
          short: true,
          cell: ({ line }) => `${t('files.sheet.line')} ${line}`,
        },
        {
          key: 'what',
          title: t('assets.import.what'),
          short: true,
          cell: ({ what }) => <span className="tag">{t(`assets.import.${what}`)}</span>,
        },
        { key: 'fields', title: t('assets.import.fields'), cell: ({ fields }) => fields.map(fieldName).join(', ') },
      ]}
      rows={checked.sample.slice(0, mostShown)}
      rowKey={({ line }) => String(line)}
    />
  </section>
);

const fieldName = (field: string) => textOf(`assets.import.field.${field}`) ?? textOf(`assets.field.${field}`) ?? field;

/** `2 fejl og 2.026 advarsler.`: errors first, since they exclude rows. */
const problemSums = ({ errors, warnings }: AssetImportCheck): string =>
  t('assets.import.problemSums', {
    errors: t('assets.import.errors', { count: errors }),
    warnings: t('assets.import.warnings', { count: warnings }),
  });

const Problems = ({ checked, fileName }: { checked: AssetImportCheck; fileName: string }) => (
  <RowProblems
    title={t('assets.import.problemTitle')}
    lead={`${problemSums(checked)} ${t('assets.import.problemLead')}`}
    fileName={fileName}
    problems={checked.problems.map(({ line, lines, severity, text }) => ({
      line,
      lines,
      severity: t(`risks.severity.${severity}`),
      what: text,
    }))}
    count={checked.problemCount}
  />
);

/** Written, or being written: the count, the rest, and a link. */
export function AssetsImported(props: {
  form: AssetImport;
  written: NonNullable<AssetImport['written']>;
  run: ImportRun;
}) {
  const { form, written, run } = props;
  // A large file is still written after the answer.
  const writing = written.left > 0 && run?.running === true;
  const count = written.left > 0 && run ? run.written : written.written;
  return (
    <ImportDone
      form={form}
      title={writing ? t('assets.import.writing') : doneText(count)}
      see={{ to: '/risks/assets?centreId=all', text: t('assets.import.see') }}
    >
      {count > 0 && !writing && <p>{t('assets.import.doneText')}</p>}
      {written.problemCount > 0 && <Problems checked={written} fileName={form.file?.fileName ?? ''} />}
    </ImportDone>
  );
}

const doneText = (count: number) => (count === 0 ? t('assets.import.doneNothing') : t('assets.import.done', { count }));
