import { Field, Select } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { FiguresView, FigureView } from '../../api/figures/contract.ts';
import { Collect } from '../governance/parts/Collect.tsx';
import { asDate, t } from '../shared/texts/texts.ts';
import type { Column } from '../shared/ui/DataTable.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { FoundRows } from '../shared/ui/FoundRows.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { shareText, valueText } from './parts/figure-value.ts';
import { FiguresNav } from '../shared/navigation/FiguresNav.tsx';
import styles from './Figures.module.css';
import { Movement } from './parts/Movement.tsx';
import { areas, movements, useFigures, type FigureSort, type FiguresList } from './useFigures.ts';

/** Every figure of one owner: value, trend, and the list behind it. */
export function FiguresPage() {
  const list = useFigures();
  return (
    <Viewed view={list.view}>
      {(view) => (
        <Page
          title={answerOf(view)}
          above={t('figures.title')}
          lead={leadOf(view)}
          actions={
            <DownloadButton file={list.excel} busyText={t('common.word.downloading')}>
              {t('common.word.excel')}
            </DownloadButton>
          }
        >
          <FiguresNav sees={view.abilities} />
          <section className="card">
            <Tools list={list} view={view} />
            <FoundRows<FigureView, FigureSort>
              list={list}
              caption={t('figures.title')}
              columns={columnsOf(view)}
              rows={view.figures}
              rowKey={({ key }) => key}
              nothing={t('figures.nothingFound')}
            />
          </section>
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ moved, figures }: FiguresView): string {
  if (moved.worse > 0) return t('figures.answerWorse', { count: moved.worse });
  return moved.better > 0 || figures.some(({ lastMonth }) => lastMonth)
    ? t('figures.answerNone')
    : t('figures.answerFirst');
}

const leadOf = ({ day, moved }: FiguresView): string =>
  [
    t('figures.lead', { date: asDate(day) }),
    ...(moved.better > 0 ? [t('figures.better', { count: moved.better })] : []),
  ].join(' ');

function Tools({ list, view }: { list: FiguresList; view: FiguresView }) {
  return (
    <div className={styles.tools}>
      <SearchField value={list.q} label={t('figures.search')} onSearch={(q) => list.choose({ q })} />
      {view.owners.length > 1 && (
        <Field label={t('common.word.who')}>
          <Select value={view.owner} onChange={(_, data) => list.choose({ owner: data.value })}>
            {view.owners.map(({ owner, centre }) => (
              <option key={owner} value={owner}>
                {centre?.title ?? t('common.word.wholeMunicipality')}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Narrow
        labelled
        label={t('common.word.area')}
        all={t('common.word.all')}
        value={list.area}
        options={areas.map((area) => ({ value: area, text: t(`figures.areas.${area}`) }))}
        onChange={(area) => list.choose({ area })}
      />
      <Narrow
        labelled
        label={t('figures.movement')}
        all={t('common.word.all')}
        value={list.movement}
        options={movements.slice(0, 3).map((movement) => ({ value: movement, text: t(`figures.move.${movement}`) }))}
        onChange={(movement) => list.choose({ movement })}
      />
    </div>
  );
}

const before = (unit: FigureView['unit'], one: FigureView['lastMonth']): string =>
  one ? valueText(unit, one.value) : t('figures.noMonth');

function columnsOf({ owner }: FiguresView): Column<FigureView, FigureSort>[] {
  return [
    {
      key: 'name',
      title: t('figures.table.name'),
      sort: 'name',
      cell: ({ key, name, explain, link }) => (
        <>
          {link === undefined ? name : <Link href={link}>{name}</Link>}
          <span className={styles.explain}>{explain}</span>
          <Collect what={{ figure: key, owner }} title={name} size="small" />
        </>
      ),
    },
    {
      key: 'value',
      title: t('figures.table.value'),
      sort: 'value',
      numeric: true,
      cell: (figure) => (
        <>
          <strong>{valueText(figure.unit, figure.value)}</strong>
          <span className={styles.share}>{shareText(figure)}</span>
        </>
      ),
    },
    {
      key: 'movement',
      title: t('figures.table.movement'),
      sort: 'movement',
      cell: (figure) => <Movement figure={figure} />,
    },
    {
      key: 'lastMonth',
      title: t('figures.table.lastMonth'),
      numeric: true,
      cell: ({ unit, lastMonth }) => before(unit, lastMonth),
    },
    {
      key: 'lastYear',
      title: t('figures.table.lastYear'),
      numeric: true,
      cell: ({ unit, lastYear }) => before(unit, lastYear),
    },
    ...(owner === 'whole'
      ? []
      : [
          {
            key: 'whole',
            title: t('common.word.wholeMunicipality'),
            numeric: true,
            cell: ({ unit, whole }: FigureView) => (whole === undefined ? '–' : valueText(unit, whole)),
          },
        ]),
  ];
}
