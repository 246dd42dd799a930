import { Button, mergeClasses } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ImprovementRow } from '../../../api/contingency/contract.ts';
import type { CentreRef } from '../../../api/http/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import type { Column } from '../../shared/ui/DataTable.tsx';
import { ActFailed, Blank } from '../../shared/ui/Failed.tsx';
import { FoundRows } from '../../shared/ui/FoundRows.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { NameCell } from '../../shared/ui/Person.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { improvementStates, useImprovements, type ImprovementSort } from './useImprovements.ts';
import styles from './Tests.module.css';

/** Improvements after tests and downtimes, with owner and due day. */
export function ImprovementList() {
  const list = useImprovements();
  return (
    <Viewed view={list.view}>
      {(answer) => (
        <section className="section" aria-labelledby="improvements">
          <h2 className="section-title" id="improvements">
            {sentenceOf(answer.counts)}
          </h2>
          <Tools list={list} centres={answer.centres} />
          <ActFailed error={list.excel.error} />
          <Rows list={list} improvements={answer.improvements} />
        </section>
      )}
    </Viewed>
  );
}
type List = ReturnType<typeof useImprovements>;

function sentenceOf({ open, overdue }: { open: number; overdue: number }): string {
  if (open + overdue === 0) return t('contingencyTests.improvements.allDone');
  const all = t('contingencyTests.improvements.open', { count: open + overdue });
  return overdue === 0 ? all : t('contingencyTests.improvements.late', { all, count: overdue });
}

function Tools({ list, centres }: { list: List; centres: readonly CentreRef[] }) {
  return (
    <div className="filters">
      <SearchField
        value={list.q}
        label={t('contingencyTests.improvements.search')}
        onSearch={(q) => list.choose({ q })}
      />
      <Narrow
        label={t('common.word.status')}
        all={t('common.word.allStatuses')}
        value={list.state}
        options={improvementStates.map((value) => ({ value, text: t(`contingencyTests.improvementState.${value}`) }))}
        onChange={(state) => list.choose({ state })}
      />
      <Narrow
        label={t('contingencyTests.sheet.from')}
        all={t('contingencyTests.improvements.allSources')}
        value={list.source}
        options={(['test', 'downtime', 'inspection', 'initiative'] as const).map((value) => ({
          value,
          text: t(`contingencyTests.improvements.from.${value}`),
        }))}
        onChange={(source) => list.choose({ source })}
      />
      {centres.length > 1 && (
        <Narrow
          label={t('common.word.centre')}
          all={t('common.word.allCentres')}
          value={list.centreId}
          options={centres.map(({ id, title }) => ({ value: id, text: title }))}
          onChange={(centreId) => list.choose({ centreId })}
        />
      )}
      <Button icon={<ArrowDownloadRegular />} onClick={list.excel.start}>
        {t('common.word.excel')}
      </Button>
    </div>
  );
}

function Rows({ list, improvements }: { list: List; improvements: readonly ImprovementRow[] }) {
  const [told, setTold] = useState<ImprovementRow>();
  if (improvements.length === 0 && !list.isFiltered)
    return (
      <Blank
        title={t('contingencyTests.improvements.emptyTitle')}
        text={t('contingencyTests.improvements.emptyText')}
      />
    );
  return (
    <>
      <FoundRows<ImprovementRow, ImprovementSort>
        list={list}
        caption={t('contingencyTests.sheet.improvements')}
        columns={columns(setTold)}
        rows={improvements}
        rowKey={({ key }) => key}
        nothing={t('contingencyTests.list.nothing')}
      />
      {told && <ReportDialog improvement={told} onClose={() => setTold(undefined)} />}
    </>
  );
}

const columns = (onTell: (row: ImprovementRow) => void): Column<ImprovementRow, ImprovementSort>[] => [
  { key: 'title', title: t('contingencyTests.sheet.improvement'), sort: 'title', cell: TitleCell },
  {
    key: 'owner',
    title: t('contingencyTests.sheet.owner'),
    sort: 'owner',
    cell: ({ owner }) => <NameCell name={owner.name} jobTitle={owner.jobTitle} />,
  },
  {
    key: 'due',
    title: t('contingencyTests.sheet.due'),
    sort: 'due',
    short: true,
    cell: ({ due }) => asDate(due),
  },
  {
    key: 'state',
    title: t('contingencyTests.sheet.state'),
    sort: 'state',
    short: true,
    cell: ({ state }) => (
      <span className={mergeClasses('tag', styles[`test-tag-${state}`])}>
        {t(`contingencyTests.improvementState.${state}`)}
      </span>
    ),
  },
  {
    key: 'from',
    title: t('contingencyTests.sheet.from'),
    cell: ({ subject }) => (subject ? <Link href={subject.path}>{subject.title}</Link> : ''),
  },
  {
    key: 'act',
    title: t('common.word.nextStep'),
    cell: (row) =>
      row.abilities.work && row.state !== 'done' ? (
        <Button
          size="small"
          aria-label={t('contingencyTests.improvements.tellOf', { title: row.title })}
          onClick={() => onTell(row)}
        >
          {t('contingencyTests.improvements.tell')}
        </Button>
      ) : (
        ''
      ),
  },
];

const TitleCell = ({ title, note }: ImprovementRow) => (
  <div>
    <p>{title}</p>
    {note && <p className="quiet">{note}</p>}
  </div>
);
