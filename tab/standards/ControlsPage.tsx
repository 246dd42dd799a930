import { AddRegular } from '@fluentui/react-icons/svg/add';
import { Link } from 'wouter';
import type { ControlRow } from '../../api/standards/contract.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import type { Column } from '../shared/ui/DataTable.tsx';
import { ActFailed, Blank } from '../shared/ui/Failed.tsx';
import { FoundRows } from '../shared/ui/FoundRows.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { ControlFilters } from './ControlFilters.tsx';
import { ControlTag } from './ControlTag.tsx';
import { controlPath, newControlPath } from './paths.ts';
import { StandardsNav } from './StandardsNav.tsx';
import { pageLength, useControls, type ControlsState, type ControlSort } from './useControls.ts';

type View = ApiAnswer<'GET /api/controls'>;

/** The municipality's controls, with owner, effect and next review. */
export function ControlsPage() {
  const list = useControls();
  return (
    <Viewed view={list.view}>
      {(view) => {
        const add = view.abilities.addControl && (
          <ButtonLink to={newControlPath()} appearance="primary" icon={<AddRegular />}>
            {t('standards.addControl')}
          </ButtonLink>
        );
        return (
          <Page
            title={t(list.isFiltered ? 'standards.controls.answerFound' : 'standards.controls.answer', {
              count: view.total,
            })}
            above={t('common.nav.standards')}
            lead={t('standards.controls.lead')}
            actions={add}
          >
            <StandardsNav />
            {view.total === 0 && !list.isFiltered ? (
              <Blank
                title={t('standards.controls.emptyTitle')}
                text={t('standards.controls.emptyText')}
                actions={add}
              />
            ) : (
              <Controls list={list} view={view} />
            )}
            <AsOf freshness={view.freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

function Controls({ list, view }: { list: ControlsState; view: View }) {
  return (
    <section className="card">
      <ControlFilters list={list} />
      <ActFailed error={list.excel.error} />
      <FoundRows<ControlRow, ControlSort>
        list={list}
        caption={t('standards.backToControls')}
        columns={columns()}
        rows={view.controls}
        rowKey={({ key }) => key}
        nothing={t('standards.controls.nothing')}
      />
      <Pages
        offset={list.offset}
        limit={pageLength}
        total={view.total}
        onMove={(offset) => list.choose({ offset: String(offset) })}
      />
    </section>
  );
}

const columns = (): Column<ControlRow, ControlSort>[] => [
  {
    key: 'title',
    title: t('standards.controls.columns.title'),
    sort: 'title',
    cell: ({ key, title }) => <Link href={controlPath(key)}>{title}</Link>,
  },
  {
    key: 'state',
    title: t('common.word.status'),
    sort: 'effect',
    cell: (control) => <ControlTag control={control} />,
  },
  { key: 'owner', title: t('standards.control.owner'), sort: 'owner', cell: ownerCell },
  {
    key: 'requirements',
    title: t('standards.controls.columns.requirements'),
    sort: 'requirements',
    cell: ({ requirements, standards }) =>
      requirements === 0
        ? t('standards.controls.coversNone')
        : t('standards.controls.covers', { count: requirements, standards: standards.join(', ') }),
  },
  {
    key: 'reviewOn',
    title: t('standards.controls.columns.reviewOn'),
    sort: 'reviewOn',
    cell: reviewText,
  },
];

const ownerCell = ({ owner, centre }: ControlRow) => (
  <NameCell
    name={owner?.name ?? t('common.word.noOwner')}
    jobTitle={centre?.title ?? t('common.word.wholeMunicipality')}
  />
);

/** The next review date; in words when overdue. */
export function reviewText({ reviewOn, overdue }: Pick<ControlRow, 'reviewOn' | 'overdue'>): string {
  if (reviewOn === undefined) return t('standards.controls.neverReviewed');
  return overdue ? t('standards.controls.overdue', { date: asDate(reviewOn) }) : asDate(reviewOn);
}
