import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { Link } from 'wouter';
import type { TestRow } from '../../../api/contingency/contract.ts';
import { dayOf } from '../../../api/texts/format.ts';
import { asDate, t, asMoment } from '../../shared/texts/texts.ts';
import { Choices } from '../../shared/ui/Choices.tsx';
import type { Column } from '../../shared/ui/DataTable.tsx';
import { FoundRows } from '../../shared/ui/FoundRows.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { planPath, testPath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { TestTag } from './TestTag.tsx';
import { kinds, states, type TestsAnswer } from './test-words.ts';
import type { Sort, Tests } from './useTests.ts';
import { monthText } from '../../risks/parts/risk-words.ts';
import styles from './Tests.module.css';

/** The tests as a table or by month, filtered. */
export function TestList({ tests, answer }: { tests: Tests; answer: TestsAnswer }) {
  return (
    <section className="section" aria-labelledby="all-tests">
      <h2 className="section-title" id="all-tests">
        {t('contingencyTests.list.title')}
      </h2>
      <Tools tests={tests} answer={answer} />
      <ActFailed error={tests.excel.error} />
      <p className="hidden" role="status">
        {t('common.table.found', { count: answer.tests.length })}
      </p>
      <Found tests={tests} answer={answer} />
    </section>
  );
}

function Found({ tests, answer }: { tests: Tests; answer: TestsAnswer }) {
  const isEmpty = answer.tests.length === 0;
  if (isEmpty && !tests.isFiltered) return <p className="section-text">{t('contingencyTests.list.none')}</p>;
  if (!isEmpty && tests.look === 'months') return <TestMonths tests={answer.tests} />;
  return (
    <FoundRows<TestRow, Sort>
      list={tests}
      caption={t('contingencyTests.list.title')}
      columns={columns()}
      rows={answer.tests}
      rowKey={({ key }) => key}
      nothing={t('contingencyTests.list.nothing')}
    />
  );
}

function Tools({ tests, answer }: { tests: Tests; answer: TestsAnswer }) {
  return (
    <div className="filters">
      <SearchField value={tests.q} label={t('contingencyTests.list.search')} onSearch={(q) => tests.choose({ q })} />
      <Narrow
        label={t('common.word.status')}
        all={t('common.word.allStatuses')}
        value={tests.state}
        options={states.map((value) => ({ value, text: t(`contingencyTests.state.${value}`) }))}
        onChange={(state) => tests.choose({ state })}
      />
      <Narrow
        label={t('common.word.kind')}
        all={t('common.word.allKinds')}
        value={tests.kind}
        options={kinds.map((value) => ({ value, text: t(`contingency.testKind.${value}`) }))}
        onChange={(kind) => tests.choose({ kind })}
      />
      <Narrow
        label={t('contingencyTests.sheet.result')}
        all={t('contingencyTests.list.allResults')}
        value={tests.result}
        options={(['passed', 'failed'] as const).map((value) => ({
          value,
          text: t(`contingencyTests.result.${value}`),
        }))}
        onChange={(result) => tests.choose({ result })}
      />
      {answer.centres.length > 1 && (
        <Narrow
          label={t('common.word.centre')}
          all={t('common.word.allCentres')}
          value={tests.centre}
          options={answer.centres.map(({ id, title }) => ({ value: id, text: title }))}
          onChange={(centre) => tests.choose({ centre })}
        />
      )}
      <Choices
        label={t('common.viewAs')}
        value={tests.look}
        options={[
          { value: 'table', text: t('common.tableView') },
          { value: 'months', text: t('contingencyTests.list.months') },
        ]}
        onChange={(look) => tests.choose({ look: look === 'table' ? '' : look })}
      />
      <Button icon={<ArrowDownloadRegular />} onClick={tests.excel.start}>
        {t('common.word.excel')}
      </Button>
    </div>
  );
}

const columns = (): Column<TestRow, Sort>[] => [
  {
    key: 'title',
    title: t('contingencyTests.sheet.title'),
    sort: 'title',
    cell: ({ key, title }) => <Link href={testPath(key)}>{title}</Link>,
  },
  {
    key: 'plan',
    title: t('contingencyTests.sheet.plan'),
    sort: 'plan',
    cell: ({ plan }) => <Link href={planPath(plan.key)}>{plan.title}</Link>,
  },
  {
    key: 'kind',
    title: t('contingencyTests.sheet.kind'),
    cell: ({ kind }) => t(`contingency.testKind.${kind}`),
  },
  {
    key: 'at',
    title: t('contingencyTests.sheet.on'),
    sort: 'at',
    short: true,
    cell: ({ at }) => asDate(dayOf(at)),
  },
  {
    key: 'state',
    title: t('contingencyTests.sheet.state'),
    sort: 'state',
    short: true,
    cell: (test) => <TestTag test={test} />,
  },
  {
    key: 'recovery',
    title: t('contingencyTests.list.recovery'),
    cell: ({ recovery }) => (recovery === undefined ? '' : asHours(recovery)),
  },
  {
    key: 'open',
    title: t('contingencyTests.sheet.improvements'),
    cell: ({ improvements }) => improvementText(improvements),
  },
];

function improvementText({ open, overdue, done }: TestRow['improvements']): string {
  const all = open + overdue + done;
  if (all === 0) return '';
  const text = t('contingencyTests.list.doneOf', { done, count: all });
  return overdue > 0 ? `${text}, ${t('contingencyTests.list.overdue', { count: overdue })}` : text;
}

/** The tests by month, as in a calendar. */
function TestMonths({ tests }: { tests: readonly TestRow[] }) {
  const months = [...new Set(tests.map(({ month }) => month))];
  return (
    <ol className={styles.testMonths}>
      {months.map((month) => (
        <li key={month} className="card">
          <h3 className="card-title">{monthText(month)}</h3>
          <ul>
            {tests
              .filter((test) => test.month === month)
              .map((test) => (
                <li key={test.key} className="card-row">
                  <div>
                    <Link href={testPath(test.key)}>{test.title}</Link>
                    <p className="quiet">{[asMoment(test.at), t(`contingency.testKind.${test.kind}`)].join(' · ')}</p>
                  </div>
                  <TestTag test={test} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
