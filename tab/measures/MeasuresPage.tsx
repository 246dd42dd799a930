import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { Link } from 'wouter';
import type { MeasureRow } from '../../api/measures/contract.ts';
import { dayOf } from '../../api/texts/format.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { asDate, asNumber, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import type { Column } from '../shared/ui/DataTable.tsx';
import { ActFailed, Blank } from '../shared/ui/Failed.tsx';
import { FoundRows } from '../shared/ui/FoundRows.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { costText } from './money.ts';
import { StateTag } from './StateTag.tsx';
import { stateChoices, useMeasures, type Sort } from './useMeasures.ts';
import styles from './Measures.module.css';

type View = ApiAnswer<'GET /api/measures'>;

/** Organisational measures: pending a decision, in progress, and their cost. */
export function MeasuresPage() {
  const list = useMeasures();
  return (
    <Viewed view={list.view}>
      {(view) => {
        const propose = view.abilities.propose && (
          <ButtonLink to="/measures/new" appearance="primary" icon={<AddRegular />}>
            {t('measures.propose')}
          </ButtonLink>
        );
        const isEmpty = view.measures.length === 0 && !list.isFiltered;
        return (
          <Page
            title={answerOf(view.measures, list.isFiltered)}
            above={t('measures.title')}
            lead={t('measures.lead', {
              once: asNumber(view.committed.once),
              yearly: asNumber(view.committed.yearly),
            })}
            actions={propose}
          >
            {isEmpty ? (
              <Blank title={t('measures.empty.title')} text={t('measures.empty.text')} actions={propose} />
            ) : (
              <Measures list={list} view={view} />
            )}
            <AsOf freshness={view.freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

function answerOf(measures: readonly MeasureRow[], isFiltered: boolean): string {
  if (isFiltered)
    return measures.length === 0 ? t('measures.noneFound') : t('measures.found', { count: measures.length });
  const count = (...wanted: MeasureRow['state'][]) => measures.filter(({ state }) => wanted.includes(state)).length;
  const waiting = count('waiting');
  if (waiting > 0) return t('measures.answerWaiting', { count: waiting });
  const running = count('approved', 'underWay');
  return running > 0 ? t('measures.answerRunning', { count: running }) : t('measures.answerNone');
}

const stateText = (state: (typeof stateChoices)[number]): string =>
  state === 'asked' || state === 'granted' || state === 'unfunded'
    ? t(`measures.states.${state}`)
    : t(`measures.state.${state}`);

function Measures({ list, view }: { list: ReturnType<typeof useMeasures>; view: View }) {
  return (
    <section className="card">
      <div className={styles.measureTools}>
        <SearchField value={list.q} label={t('measures.search')} onSearch={(q) => list.choose({ q })} />
        <Narrow
          labelled
          label={t('common.word.status')}
          all={t('common.word.all')}
          value={list.state}
          options={stateChoices.map((state) => ({ value: state, text: stateText(state) }))}
          onChange={(state) => list.choose({ state })}
        />
        <Button icon={<ArrowDownloadRegular />} onClick={list.excel.start}>
          {t('common.word.excel')}
        </Button>
      </div>
      <ActFailed error={list.excel.error} />
      <FoundRows<MeasureRow, Sort>
        list={list}
        caption={t('measures.table.caption')}
        columns={columns()}
        rows={view.measures}
        rowKey={({ key }) => key}
        nothing={t('measures.nothingFound')}
      />
    </section>
  );
}

const columns = (): Column<MeasureRow, Sort>[] => [
  {
    key: 'title',
    title: t('measures.table.title'),
    sort: 'title',
    cell: ({ key, title }) => <Link href={`/measures/${encodeURIComponent(key)}`}>{title}</Link>,
  },
  {
    key: 'state',
    title: t('common.word.status'),
    sort: 'state',
    cell: (measure) => <StateTag measure={measure} />,
  },
  { key: 'cost', title: t('measures.table.cost'), sort: 'cost', cell: (measure) => costText(measure) },
  { key: 'tasks', title: t('measures.table.tasks'), cell: ({ tasks }) => progressText(tasks) },
  {
    key: 'changedAt',
    title: t('measures.table.changedAt'),
    sort: 'changedAt',
    short: true,
    cell: ({ changedAt }) => asDate(dayOf(changedAt)),
  },
];

/** `2 af 5 gjort, en er over tiden`; nothing without steps. */
export function progressText({ done, total, overdue }: MeasureRow['tasks']): string {
  if (total === 0) return '';
  const progress = t('measures.progress', { done, total });
  return overdue > 0 ? `${progress}, ${t('measures.late', { count: overdue })}` : progress;
}
