import { Button, mergeClasses } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { Link } from 'wouter';
import type { InspectionRow, UnitRow } from '../../api/inspections/contract.ts';
import { knownValue, useAddress } from '../shared/address.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { InspectionsNav } from './InspectionsNav.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { foundText, reasonsText, visitPath } from './words.ts';
import styles from './Inspections.module.css';

type Programme = ApiAnswer<'GET /api/inspections'>;

/** The inspections of a year, and why each unit is or should be visited. */
export function ProgrammePage() {
  const { valueOf, choose } = useAddress<'year' | 'centre' | 'show'>();
  const view = useView('GET /api/inspections', { query: { year: valueOf('year') } }, { keepPrevious: true });
  return (
    <Viewed view={view}>
      {(programme) => (
        <Page
          title={answerOf(programme)}
          above={t('inspectionPages.title', { year: String(programme.year) })}
          lead={t('inspectionPages.lead')}
          actions={<Years year={programme.year} onChoose={(year) => choose({ year })} />}
        >
          <InspectionsNav />
          <Visits
            programme={programme}
            centreId={valueOf('centre')}
            show={knownValue(['unheld'], valueOf('show'))}
            choose={choose}
          />
          <Units programme={programme} />
          <AsOf freshness={programme.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ counts, inspections }: Programme): string {
  if (inspections.length === 0) return t('inspectionPages.answerNone');
  const done = counts.held + counts.closed;
  const text = t('inspectionPages.answer', { done, count: counts.planned });
  return counts.late > 0 ? t('inspectionPages.answerLate', { text, count: counts.late }) : text;
}

const Years = ({ year, onChoose }: { year: number; onChoose: (year: string) => void }) => (
  <div className="filters">
    {[year - 1, year + 1].map(String).map((other) => (
      <Button key={other} onClick={() => onChoose(other)}>
        {t('inspectionPages.seeYear', { year: other })}
      </Button>
    ))}
  </div>
);

function Visits(props: {
  programme: Programme;
  centreId: string | undefined;
  show: 'unheld' | undefined;
  choose: (change: { centre?: string; show?: string }) => void;
}) {
  const { programme, centreId, show, choose } = props;
  if (programme.inspections.length === 0)
    return (
      <Blank
        title={t('inspectionPages.emptyTitle')}
        text={t(programme.abilities.plan ? 'inspectionPages.emptyPlan' : 'inspectionPages.emptyText')}
      />
    );
  const rows = programme.inspections.filter(
    ({ centre, unheld }) => (centreId === undefined || centre.id === centreId) && (show === undefined || unheld),
  );
  return (
    <section className="section" aria-labelledby="inspections-visits">
      <h2 className="section-title" id="inspections-visits">
        {t('inspectionPages.visits')}
      </h2>
      <div className="filters">
        <Narrow
          label={t('inspections.report.unit')}
          all={t('inspectionPages.findings.allUnits')}
          value={centreId}
          options={programme.units.map(({ centre }) => ({ value: centre.id, text: centre.title }))}
          onChange={(centre) => choose({ centre })}
        />
        <Narrow
          label={t('common.word.status')}
          all={t('common.word.allStatuses')}
          value={show}
          options={[{ value: 'unheld' as const, text: t('inspectionPages.unheld') }]}
          onChange={(chosen) => choose({ show: chosen })}
        />
      </div>
      {rows.length === 0 ? (
        <NothingFound
          title={t(show ? 'inspectionPages.noneUnheld' : 'inspectionPages.noneThere')}
          onClear={() => choose({ centre: '', show: '' })}
        />
      ) : (
        <DataTable
          caption={t('inspectionPages.visits')}
          columns={visitColumns()}
          rows={rows}
          rowKey={({ key }) => key}
        />
      )}
    </section>
  );
}

const visitColumns = (): Column<InspectionRow>[] => [
  {
    key: 'title',
    title: t('inspectionPages.what'),
    cell: ({ key, title, reasons, why }) => (
      <div>
        <Link href={visitPath(key)}>{title}</Link>
        <p className="quiet">{[why, reasons.length > 0 ? reasonsText(reasons) : ''].filter(Boolean).join(' · ')}</p>
      </div>
    ),
  },
  { key: 'day', title: t('common.word.day'), short: true, cell: ({ plannedOn }) => asDate(plannedOn) },
  { key: 'who', title: t('inspections.report.inspector'), cell: ({ inspector }) => inspector.name },
  {
    key: 'state',
    title: t('common.word.status'),
    cell: (row) => <span className={row.late ? mergeClasses('tag', styles.urgent) : 'tag'}>{statusOf(row)}</span>,
  },
  {
    key: 'found',
    title: t('inspectionPages.found'),
    cell: (row) => (row.state === 'planned' || row.state === 'cancelled' ? '' : foundText(row)),
  },
];

function statusOf({ state, late, answered }: InspectionRow): string {
  if (late) return t('inspectionPages.late');
  if (state !== 'planned') return t(`inspections.state.${state}`);
  return t(answered ? 'inspectionPages.answered' : 'inspections.state.planned');
}

function Units({ programme }: { programme: Programme }) {
  const [planned, setPlanned] = useState<UnitRow>();
  return (
    <section className="section" aria-labelledby="inspections-units">
      <h2 className="section-title" id="inspections-units">
        {t('inspectionPages.units', {
          count: programme.counts.unvisited,
          year: String(programme.year),
        })}
      </h2>
      <p className="section-text">{t('inspectionPages.unitsText')}</p>
      <DataTable
        caption={t('inspectionPages.unitsText')}
        columns={unitColumns(programme.abilities.plan ? setPlanned : undefined)}
        rows={programme.units}
        rowKey={({ centre }) => centre.id}
      />
      {planned && <PlanDialog unit={planned} onClose={() => setPlanned(undefined)} />}
    </section>
  );
}

const unitColumns = (onPlan: ((unit: UnitRow) => void) | undefined): Column<UnitRow>[] => [
  { key: 'centre', title: t('inspections.report.unit'), cell: ({ centre }) => centre.title },
  { key: 'why', title: t('inspections.report.why'), cell: ({ reasons }) => reasonsText(reasons) },
  {
    key: 'last',
    title: t('inspectionPages.last'),
    short: true,
    cell: ({ lastHeldOn }) => (lastHeldOn ? asDate(lastHeldOn) : t('inspectionPages.never')),
  },
  {
    key: 'year',
    title: t('inspectionPages.thisYear'),
    short: true,
    cell: ({ visits }) => (
      <>
        {visits.map(({ key, plannedOn }) => (
          <p key={key}>
            <Link href={visitPath(key)}>{asDate(plannedOn)}</Link>
          </p>
        ))}
      </>
    ),
  },
  ...(onPlan
    ? [
        {
          key: 'act',
          title: t('common.word.nextStep'),
          short: true,
          cell: (unit: UnitRow) => (
            <Button
              size="small"
              icon={<AddRegular />}
              aria-label={t('inspectionPages.plan.actOf', { unit: unit.centre.title })}
              onClick={() => onPlan(unit)}
            >
              {t('inspectionPages.plan.act')}
            </Button>
          ),
        },
      ]
    : []),
];
