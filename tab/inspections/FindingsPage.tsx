import { Link } from 'wouter';
import type { FindingView } from '../../api/inspections/contract.ts';
import { grades, topics } from './vocabulary.ts';
import { useAddress } from '../shared/address.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { FindingLine } from './FindingsPart.tsx';
import { InspectionsNav } from './InspectionsNav.tsx';

type Findings = ApiAnswer<'GET /api/inspection-findings'>;
const pageSize = 50;
const states = ['open', 'overdue', 'closed', 'all'] as const;

/** Filters of the address. */
function useFindings() {
  const { valueOf, offset, choose } = useAddress<'state' | 'centre' | 'topic' | 'grade' | 'q'>();
  const chosen = {
    state: states.find((one) => one === valueOf('state')) ?? ('open' as const),
    centre: valueOf('centre'),
    topic: topics.find((one) => one === valueOf('topic')),
    grade: grades.find((one) => one === valueOf('grade')),
    q: valueOf('q') ?? '',
  };
  const view = useView(
    'GET /api/inspection-findings',
    { query: { ...chosen, offset, limit: pageSize } },
    { keepPrevious: true },
  );
  const clear = () => choose({ state: 'all', centre: '', topic: '', grade: '', q: '' });
  return { view, chosen, offset, choose, clear };
}
type State = ReturnType<typeof useFindings>;

/** Findings of all inspections, with totals by unit and by topic. */
export function FindingsPage() {
  const list = useFindings();
  return (
    <Viewed view={list.view}>
      {(findings) => (
        <Page title={answerOf(findings)} above={t('inspectionPages.found')} lead={t('inspectionPages.findings.lead')}>
          <InspectionsNav />
          {findings.byCentre.length === 0 ? (
            <Blank title={t('inspectionPages.findings.emptyTitle')} text={t('inspectionPages.findings.emptyText')} />
          ) : (
            <>
              <Filters list={list} findings={findings} />
              <Rows list={list} findings={findings} />
              <Tallies findings={findings} />
            </>
          )}
          <AsOf freshness={findings.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

const answerOf = ({ counts: { open } }: Findings): string =>
  open === 0 ? t('inspectionPages.findings.allDone') : t('inspectionPages.findings.open', { count: open });

function Filters({ list: { chosen, choose }, findings }: { list: State; findings: Findings }) {
  return (
    <div className="filters">
      <SearchField label={t('inspectionPages.findings.search')} value={chosen.q} onSearch={(q) => choose({ q })} />
      <Choices
        label={t('common.word.show')}
        value={chosen.state}
        options={states.map((value) => ({ value, text: t(`inspectionPages.findings.states.${value}`) }))}
        onChange={(state) => choose({ state })}
      />
      <Narrow
        label={t('inspections.report.unit')}
        all={t('inspectionPages.findings.allUnits')}
        value={chosen.centre}
        options={findings.byCentre.map(({ centre }) => ({ value: centre.id, text: centre.title }))}
        onChange={(centre) => choose({ centre })}
      />
      <Narrow
        label={t('inspectionPages.findings.grade')}
        all={t('common.word.allKinds')}
        value={chosen.grade}
        options={grades.map((value) => ({ value, text: t(`inspections.grade.${value}`) }))}
        onChange={(grade) => choose({ grade })}
      />
      <Narrow
        label={t('inspectionPages.topic')}
        all={t('inspectionPages.findings.allTopics')}
        value={chosen.topic}
        options={findings.byTopic.map(({ topic }) => ({ value: topic, text: t(`inspections.topic.${topic}`) }))}
        onChange={(topic) => choose({ topic })}
      />
    </div>
  );
}

function Rows({ list: { view, offset, choose, clear }, findings }: { list: State; findings: Findings }) {
  if (findings.findings.length === 0)
    return <NothingFound title={t('inspectionPages.findings.nothing')} onClear={clear} />;
  return (
    <>
      <DataTable
        caption={t('inspectionPages.found')}
        columns={columns()}
        rows={findings.findings}
        rowKey={({ key }) => key}
        busy={view.isPlaceholderData}
      />
      <Pages
        offset={offset}
        limit={pageSize}
        total={findings.total}
        onMove={(next) => choose({ offset: String(next) })}
      />
    </>
  );
}

const columns = (): Column<FindingView>[] => [
  {
    key: 'what',
    title: t('inspectionPages.found'),
    cell: (finding) => <FindingLine finding={finding} />,
  },
  { key: 'unit', title: t('inspections.report.unit'), cell: ({ centre }) => centre.title },
  { key: 'topic', title: t('inspectionPages.topic'), cell: ({ topic }) => t(`inspections.topic.${topic}`) },
];

/** By unit and by topic; each name and number links to its rows. */
function Tallies({ findings }: { findings: Findings }) {
  const byUnit = findings.byCentre.map(({ centre, ...tally }) => ({
    key: centre.id,
    name: centre.title,
    ...tally,
    of: { centre: centre.id },
  }));
  const byTopic = findings.byTopic.map(({ topic, ...tally }) => ({
    key: topic,
    name: t(`inspections.topic.${topic}`),
    ...tally,
    of: { topic },
  }));
  return (
    <>
      <Tally title={t('inspectionPages.findings.byUnit')} rows={byUnit} />
      <Tally title={t('inspectionPages.findings.byTopic')} rows={byTopic} />
    </>
  );
}
type Grade = (typeof grades)[number];
type TallyRow = { key: string; name: string; of: Record<string, string>; open: number } & Record<Grade, number>;
const allOf = (part: Record<string, string>): string =>
  `/inspections/findings?${new URLSearchParams({ state: 'all', ...part })}`;
const count = (found: number, what: string, name: string, path: string) =>
  found === 0 ? (
    found
  ) : (
    <Link href={path} aria-label={`${found} · ${what} · ${name}`}>
      {found}
    </Link>
  );

const Tally = ({ title, rows }: { title: string; rows: readonly TallyRow[] }) => (
  <section className="section" aria-label={title}>
    <h2 className="section-title">{title}</h2>
    <DataTable
      caption={title}
      columns={[
        {
          key: 'name',
          title,
          cell: ({ name, of }) => <Link href={allOf(of)}>{name}</Link>,
        },
        ...grades.map((grade): Column<TallyRow> => ({
          key: grade,
          title: t(`inspections.grade.${grade}`),
          numeric: true,
          cell: (row) => count(row[grade], t(`inspections.grade.${grade}`), row.name, allOf({ ...row.of, grade })),
        })),
        {
          key: 'open',
          title: t('inspectionPages.findings.openShort'),
          numeric: true,
          cell: ({ open, of, name }) =>
            count(open, t('inspectionPages.findings.openShort'), name, allOf({ ...of, state: 'open' })),
        },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  </section>
);
