import type { ImportCheck, ImportRun } from '../../api/awareness/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { ImportDone, WriteImport } from '../shared/ui/ImportWritten.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { RowProblems } from '../shared/ui/RowProblems.tsx';
import { LearningImportProgress } from './ImportRun.tsx';
import type { Import } from './useImport.ts';

/** Step 3: valid rows and problems by row; then recording. */
export function ImportChecked({ form, checked }: { form: Import; checked: ImportCheck }) {
  const { fresh } = checked;
  return (
    <>
      <Sums checked={checked} />
      {checked.sample.length > 0 && <SampleTable checked={checked} />}
      {checked.problemCount > 0 && <Problems checked={checked} fileName={form.file?.fileName ?? ''} />}
      <WriteImport form={form} label={fresh > 0 ? t('awareness.import.check.save', { count: fresh }) : undefined} />
    </>
  );
}

function Sums({ checked }: { checked: ImportCheck }) {
  const { fresh, rows, duplicates, history, historyBefore, notCompleted, otherCourse, problemCount } = checked;
  const more = [
    t('files.sheet.hasRows', { count: rows }),
    duplicates > 0 && t('awareness.import.check.duplicates', { count: duplicates }),
    historyBefore !== undefined &&
      history > 0 &&
      t('awareness.import.check.history', { count: history, date: asDate(historyBefore) }),
    notCompleted > 0 && t('awareness.import.check.notCompleted', { count: notCompleted }),
    otherCourse > 0 && t('awareness.import.check.otherCourse', { count: otherCourse }),
    problemCount > 0 && t('awareness.import.check.problems', { count: problemCount }),
  ].filter((text) => text !== false);
  return (
    <Consequence
      first={fresh === 0 ? t('awareness.import.check.nothing') : t('awareness.import.check.fresh', { count: fresh })}
    >
      <p>{more.join(' ')}</p>
    </Consequence>
  );
}

const SampleTable = ({ checked }: { checked: ImportCheck }) => (
  <section className="section" aria-labelledby="import-sample">
    <h3 className="card-title" id="import-sample">
      {t('awareness.import.check.sample')}
    </h3>
    <DataTable
      caption={t('awareness.import.check.sample')}
      columns={[
        {
          key: 'person',
          title: t('common.word.person'),
          cell: ({ person }) => (
            <NameCell name={person.name} jobTitle={[person.jobTitle, person.centre].filter(Boolean).join(', ')} />
          ),
        },
        {
          key: 'completedOn',
          title: t('awareness.import.check.completedOn'),
          short: true,
          cell: ({ completedOn }) => asDate(completedOn),
        },
      ]}
      rows={checked.sample}
      rowKey={({ person, completedOn }) => `${person.id} ${completedOn}`}
    />
  </section>
);

const Problems = ({ checked, fileName }: { checked: ImportCheck; fileName: string }) => (
  <RowProblems
    title={t('awareness.import.check.problemTitle')}
    lead={[checked.fresh > 0 && t('awareness.import.check.rest'), t('awareness.import.check.problemText')]
      .filter(Boolean)
      .join(' ')}
    fileName={fileName}
    problems={checked.problems.map(({ line, text, code }) => ({
      line,
      text,
      what: t(`awareness.import.problem.${code}`),
    }))}
    count={checked.problemCount}
  />
);

/** Recorded, or being written: the count, the rest, and a link. */
export function LearningImported(props: {
  form: Import;
  written: NonNullable<Import['written']>;
  run: ImportRun | undefined;
}) {
  const { form, written, run } = props;
  // A large file is still written after the answer.
  const writing = written.left > 0 && run?.running === true;
  const recorded = written.left > 0 && run ? run.recorded : written.recorded;
  return (
    <>
      {written.left > 0 && <LearningImportProgress run={run} />}
      <ImportDone
        form={form}
        title={writing ? t('awareness.import.run.first') : doneText(recorded)}
        see={{ to: '/learning/coverage', text: t('awareness.import.done.coverage') }}
      >
        {recorded > 0 && !writing && <p>{t('awareness.import.done.text')}</p>}
        {written.problemCount > 0 && <Problems checked={written} fileName={form.file?.fileName ?? ''} />}
      </ImportDone>
    </>
  );
}

const doneText = (recorded: number) =>
  recorded === 0 ? t('awareness.import.done.nothing') : t('awareness.import.done.title', { count: recorded });
