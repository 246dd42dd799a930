import { Field, Select } from '@fluentui/react-components';
import type { DutiesView, DutyRow } from '../../api/governance/contract.ts';
import { OrganisationNav } from '../shared/navigation/OrganisationNav.tsx';
import { asDate, t } from '../shared/texts/texts.ts';
import type { Column } from '../shared/ui/DataTable.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { FoundRows } from '../shared/ui/FoundRows.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { DutyEvidence, DutyState } from './DutyCells.tsx';
import looks from './Governance.module.css';
import { bodies, states, useDuties, type DutiesList, type DutySort } from './useDuties.ts';
import { bodyText } from './words.ts';

/** Duties of every body, with evidence (R10–R16). */
export function DutiesPage() {
  const list = useDuties();
  return (
    <Viewed view={list.view}>
      {(view) => (
        <Page
          title={answerOf(view)}
          above={t('governance.duties.title')}
          lead={t('governance.duties.lead', { date: asDate(view.day) })}
          actions={
            <DownloadButton file={list.excel} busyText={t('governance.duties.excelBusy')}>
              {t('governance.duties.excel')}
            </DownloadButton>
          }
        >
          <OrganisationNav />
          <Bodies view={view} list={list} />
          <section className="card">
            <Tools view={view} list={list} />
            <FoundRows<DutyRow, DutySort>
              list={list}
              caption={t('governance.duties.title')}
              columns={columnsOf(view)}
              rows={view.duties}
              rowKey={({ key }) => key}
              nothing={t('governance.duties.nothingFound')}
            />
          </section>
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

/** Of all that is shown. */
function answerOf({ duties }: DutiesView): string {
  const count = (state: DutyRow['state']) => duties.filter((duty) => duty.state === state).length;
  if (count('missing') > 0) return t('governance.duties.answer.missing', { count: count('missing') });
  return count('partly') > 0
    ? t('governance.duties.answer.partly', { count: count('partly') })
    : t('governance.duties.answer.fine');
}

/** Each body with its number of duties met; a press filters by it. */
function Bodies({ view, list }: { view: DutiesView; list: DutiesList }) {
  return (
    <ul className={looks.bodies} aria-label={t('governance.duties.bodies')}>
      {view.bodies.map(({ body, done, total }) => (
        <li key={body}>
          <button
            type="button"
            className={looks.body}
            aria-pressed={list.body === body}
            onClick={() => list.choose({ body: list.body === body ? '' : body })}
          >
            <strong className="card-title">{bodyText(body)}</strong>
            <span className="quiet">{t('governance.duties.doneOf', { done, total })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Tools({ view, list }: { view: DutiesView; list: DutiesList }) {
  const [running] = view.years;
  return (
    <div className={looks.dutyTools}>
      <SearchField value={list.q} label={t('governance.duties.search')} onSearch={(q) => list.choose({ q })} />
      <Field label={t('governance.duties.year')}>
        <Select
          value={String(view.year)}
          onChange={(_, { value }) => list.choose({ year: value === String(running) ? '' : value })}
        >
          {view.years.map((year) => (
            <option key={year} value={year}>
              {year === running ? t('governance.duties.yearNow', { year: String(year) }) : year}
            </option>
          ))}
        </Select>
      </Field>
      <Narrow
        labelled
        label={t('governance.management.body')}
        all={t('governance.duties.allBodies')}
        value={list.body}
        options={bodies.map((body) => ({ value: body, text: bodyText(body) }))}
        onChange={(body) => list.choose({ body })}
      />
      <Narrow
        labelled
        label={t('common.word.status')}
        all={t('common.word.all')}
        value={list.state}
        options={states.map((state) => ({ value: state, text: t(`governance.duties.states.${state}`) }))}
        onChange={(state) => list.choose({ state })}
      />
    </div>
  );
}

const everyText = (every: number | undefined): string =>
  every === 3 || every === 6 || every === 12
    ? t(`governance.duties.every.${every}`)
    : t('governance.duties.every.appointment');

const columnsOf = ({ year }: DutiesView): Column<DutyRow, DutySort>[] => [
  {
    key: 'title',
    title: t('governance.duties.columns.title'),
    sort: 'title',
    cell: ({ title, about, source, every }) => (
      <div>
        <strong>{title}</strong>
        <span className={looks.dutyAbout}>{about}</span>
        <span className={looks.dutyAbout}>
          {everyText(every)} · {t('governance.duties.source', { source })}
        </span>
      </div>
    ),
  },
  {
    key: 'body',
    title: t('governance.management.body'),
    sort: 'body',
    cell: ({ body }) => bodyText(body),
  },
  {
    key: 'state',
    title: t('common.word.status'),
    sort: 'state',
    cell: (duty) => <DutyState duty={duty} />,
  },
  {
    key: 'latest',
    title: t('governance.duties.columns.latest'),
    sort: 'latest',
    cell: (duty) => <DutyEvidence duty={duty} year={year} />,
  },
];
