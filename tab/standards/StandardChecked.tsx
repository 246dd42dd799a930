import { Button } from '@fluentui/react-components';
import type { StandardImportCheck } from '../../api/standards/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { WriteImport } from '../shared/ui/ImportWritten.tsx';
import { RowProblems } from '../shared/ui/RowProblems.tsx';
import { standardPath } from './paths.ts';
import type { StandardImport } from './useImportStandard.ts';

/** New, changed and unusable parts of the file. */
export function StandardChecked({ form, checked }: { form: StandardImport; checked: StandardImportCheck }) {
  const { added, changed, problems, sample } = checked;
  const count = added + changed;
  return (
    <>
      <Consequence first={firstOf(checked)}>
        <p>{moreOf(checked)}</p>
      </Consequence>
      {sample.length > 0 && <Sample sample={sample} />}
      {problems.length > 0 && <Problems form={form} problems={problems} />}
      <WriteImport
        form={form}
        label={count > 0 && form.written === undefined ? t('standards.import.save', { count }) : undefined}
      />
    </>
  );
}

function firstOf({ added, standard: { title } }: StandardImportCheck): string {
  return added === 0
    ? t('standards.import.firstNone', { title })
    : t('standards.import.first', { count: added, title });
}

const moreOf = ({ changed, unchanged, gone }: StandardImportCheck): string =>
  [
    ...(changed > 0 ? [t('standards.import.changed', { count: changed })] : []),
    ...(unchanged > 0 ? [t('standards.import.unchanged', { count: unchanged })] : []),
    ...(gone > 0 ? [t('standards.import.gone', { count: gone })] : []),
  ].join(' ');

const Sample = ({ sample }: { sample: StandardImportCheck['sample'] }) => (
  <section className="section">
    <h3 className="card-title">{t('standards.import.sample')}</h3>
    <DataTable
      caption={t('standards.import.sample')}
      columns={[
        { key: 'ref', title: t('standards.gaps.ref'), short: true, cell: ({ ref }) => ref },
        { key: 'title', title: t('common.word.title'), cell: ({ title }) => title },
        { key: 'section', title: t('standards.import.sampleSection'), cell: ({ section }) => section },
      ]}
      rows={sample}
      rowKey={({ ref }) => ref}
    />
  </section>
);

const Problems = ({ form, problems }: { form: StandardImport; problems: StandardImportCheck['problems'] }) => (
  <RowProblems
    title={t('standards.import.problems')}
    lead={t('standards.import.problemsText')}
    fileName={form.file?.fileName ?? ''}
    problems={problems.map(({ line, text, code }) => ({ line, text, what: t(`standards.import.problem.${code}`) }))}
    count={problems.length}
  />
);

/** Number saved, and a link to them. */
export function ImportedStandard(props: { form: StandardImport; written: NonNullable<StandardImport['written']> }) {
  const { form, written } = props;
  const { key, title } = written.standard;
  return (
    <>
      <p>
        {written.written === 0 && written.left === 0
          ? t('standards.import.doneNone')
          : t('standards.import.done', { count: written.written })}
      </p>
      {written.left > 0 && <p>{t('standards.import.writing')}</p>}
      <div className="filters">
        <ButtonLink to={standardPath(key)} appearance="primary">
          {t('standards.import.open', { title })}
        </ButtonLink>
        <Button onClick={form.again}>{t('standards.import.more')}</Button>
      </div>
    </>
  );
}
