import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { Link } from 'wouter';
import type { GapRow } from '../../api/standards/contract.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import type { Column } from '../shared/ui/DataTable.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FoundRows } from '../shared/ui/FoundRows.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { controlPath, newControlPath, standardPath } from './paths.ts';
import { StandardsNav } from './StandardsNav.tsx';
import { StatusTag } from './StatusTag.tsx';
import { gapStatuses } from './statuses.ts';
import { useGaps, type GapsState, type GapSort } from './useGaps.ts';
import styles from './Standards.module.css';

type View = ApiAnswer<'GET /api/requirement-gaps'>;

/** Requirements not fully met, over all standards, each with the next step. */
export function GapsPage() {
  const list = useGaps();
  return (
    <Viewed view={list.view}>
      {(view) => (
        <Page title={answerOf(list, view.total)} above={t('common.nav.standards')} lead={t('standards.gaps.lead')}>
          <StandardsNav />
          <Gaps list={list} view={view} />
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ isFiltered }: GapsState, count: number): string {
  if (isFiltered) return t('standards.gaps.answerFound', { count });
  return count === 0 ? t('standards.gaps.answerNone') : t('standards.gaps.answer', { count });
}

function Gaps({ list, view }: { list: GapsState; view: View }) {
  const left = view.total - list.shown;
  return (
    <section className="card">
      <div className={styles.standardsTools}>
        <SearchField value={list.q} label={t('standards.one.search')} onSearch={(q) => list.choose({ q })} />
        <Narrow
          labelled
          label={t('standards.controls.standard')}
          all={t('common.word.all')}
          value={list.standardKey}
          options={view.standards.map(({ key, title }) => ({ value: key, text: title }))}
          onChange={(standard) => list.choose({ standard })}
        />
        <Narrow
          labelled
          label={t('common.word.status')}
          all={t('standards.one.allStandings')}
          value={list.status}
          options={gapStatuses.map((status) => ({ value: status, text: t(`standards.standing.${status}`) }))}
          onChange={(status) => list.choose({ standing: status })}
        />
        <Button icon={<ArrowDownloadRegular />} onClick={() => list.excel.mutate()}>
          {t('common.word.excel')}
        </Button>
      </div>
      <ActFailed error={list.excel.error} />
      <FoundRows<GapRow, GapSort>
        list={list}
        caption={t('standards.gaps.caption')}
        columns={columns(view.abilities.addControl)}
        rows={view.gaps.slice(0, list.shown)}
        rowKey={({ key }) => key}
        nothing={t('standards.one.nothing')}
      />
      {left > 0 && (
        <div>
          <Button onClick={list.showMore}>{t('standards.gaps.show', { count: Math.min(left, list.step) })}</Button>
        </div>
      )}
    </section>
  );
}

const columns = (mayAdd: boolean): Column<GapRow, GapSort>[] => [
  { key: 'ref', title: t('standards.gaps.ref'), sort: 'ref', short: true, cell: ({ ref }) => ref },
  { key: 'requirement', title: t('standards.gaps.requirement'), cell: ({ title }) => title },
  {
    key: 'standard',
    title: t('standards.controls.standard'),
    sort: 'standard',
    cell: ({ standard, standardKey }) => <Link href={standardPath(standardKey)}>{standard}</Link>,
  },
  {
    key: 'standing',
    title: t('common.word.status'),
    sort: 'standing',
    cell: ({ status }) => <StatusTag status={status} />,
  },
  { key: 'next', title: t('common.word.nextStep'), cell: (row) => <NextStep row={row} mayAdd={mayAdd} /> },
];

/** An existing control is started or assessed; otherwise one is created. */
function NextStep({ row, mayAdd }: { row: GapRow; mayAdd: boolean }) {
  const { key, ref, status, controls } = row;
  const [control] = controls;
  if (status === 'partly' && control)
    return (
      <Link href={controlPath(control.key)}>
        {t('standards.gaps.assess')}: {control.title}
      </Link>
    );
  if (status === 'planned' && control)
    return (
      <Link href={controlPath(control.key)}>
        {t('standards.gaps.start')}: {control.title}
      </Link>
    );
  if (!mayAdd) return null;
  return (
    <ButtonLink size="small" to={newControlPath(key)} label={t('standards.one.addFor', { ref })}>
      {t('standards.addControl')}
    </ButtonLink>
  );
}
