import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { ActivityView } from '../../api/annual-wheel/contract.ts';
import { useAddress } from '../shared/address.ts';
import { asDate, compareTexts, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { sentenceOf } from './recurrence.ts';
import { useActivities } from './useActivities.ts';
import { WheelNav } from './WheelNav.tsx';

/** Recurring activities: the rules behind the wheel's tasks. */
export function ActivitiesPage() {
  const activities = useActivities();
  return (
    <Viewed view={activities}>
      {(view) => {
        const open = view.activities.filter((activity) => !activity.closed);
        const actions = view.abilities.edit && (
          <>
            <ButtonLink to="/wheel/catalogue">{t('wheel.empty.catalogue')}</ButtonLink>
            <ButtonLink to="/wheel/activities/new" appearance="primary" icon={<AddRegular />}>
              {t('wheel.activity.new')}
            </ButtonLink>
          </>
        );
        return (
          <Page
            title={t('wheel.activity.answer', { count: open.length })}
            above={t('common.nav.wheel')}
            lead={t('wheel.activity.lead')}
            actions={actions}
          >
            <WheelNav />
            {view.activities.length === 0 ? (
              <Blank
                title={t('wheel.activity.empty.title')}
                text={view.abilities.edit ? t('wheel.activity.empty.text') : t('wheel.empty.wait')}
                actions={actions}
              />
            ) : (
              <Activities activities={view.activities} edit={view.abilities.edit} />
            )}
            <AsOf freshness={view.freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

type Sort = 'title' | 'role' | 'next';
const sorts: readonly Sort[] = ['title', 'role', 'next'];
const far = '9999';
const sortText: Record<Sort, (activity: ActivityView) => string> = {
  title: (activity) => activity.title,
  role: (activity) => t(`roles.${activity.role}`),
  next: (activity) => activity.nextDue ?? far,
};

function Activities({ activities, edit }: { activities: readonly ActivityView[]; edit: boolean }) {
  const { valueOf, choose } = useAddress<'q' | 'closed' | 'sort' | 'down'>();
  const q = (valueOf('q') ?? '').toLowerCase();
  const closed = valueOf('closed') === 'yes';
  const by = sorts.find((sort) => sort === valueOf('sort')) ?? 'next';
  const down = valueOf('down') === 'yes';
  const rows = useMemo(() => {
    const found = activities.filter(
      (activity) =>
        activity.closed === closed &&
        [activity.title, activity.source, t(`roles.${activity.role}`), activity.person?.name].some((text) =>
          text?.toLowerCase().includes(q),
        ),
    );
    return found.sort((one, other) => (down ? -1 : 1) * compareTexts(sortText[by](one), sortText[by](other)));
  }, [activities, closed, q, by, down]);
  return (
    <section className="section" aria-label={t('wheel.nav.activities')}>
      <div className="filters">
        <SearchField
          label={t('wheel.activity.search')}
          value={valueOf('q') ?? ''}
          onSearch={(text) => choose({ q: text })}
        />
        {activities.some((activity) => activity.closed) && (
          <Choices
            label={t('common.word.show')}
            value={closed ? 'closed' : 'open'}
            onChange={(chosen) => choose({ closed: chosen === 'closed' ? 'yes' : '' })}
            options={[
              { value: 'open', text: t('wheel.activity.open') },
              { value: 'closed', text: t('wheel.activity.closedOnes') },
            ]}
          />
        )}
        <span className="quiet" role="status">
          {t('common.table.found', { count: rows.length })}
        </span>
      </div>
      {rows.length === 0 ? (
        <NothingFound title={t('wheel.activity.nothing')} onClear={() => choose({ q: '', closed: '' })}>
          <p>{t('wheel.table.nothingText')}</p>
        </NothingFound>
      ) : (
        <DataTable
          caption={t('wheel.nav.activities')}
          columns={columns(edit)}
          rows={rows}
          rowKey={(activity) => activity.key}
          sorted={{ by, descending: down }}
          onSort={(sort) => choose({ sort, down: by === sort && !down ? 'yes' : '' })}
        />
      )}
    </section>
  );
}

const columns = (edit: boolean): Column<ActivityView, Sort>[] => [
  {
    key: 'title',
    title: t('wheel.activity.activity'),
    sort: 'title',
    cell: (activity) => (
      <div>
        {edit && activity.abilities.edit ? (
          <Link href={`/wheel/activities/${encodeURIComponent(activity.key)}`}>{activity.title}</Link>
        ) : (
          activity.title
        )}
        <p className="quiet">{sentenceOf(activity)}</p>
      </div>
    ),
  },
  {
    key: 'role',
    title: t('common.word.who'),
    sort: 'role',
    cell: (activity) => (
      <div>
        <p>{activity.person?.name ?? t(`wheel.bodies.${activity.role}`)}</p>
        {activity.scope === 'centres' && <p className="quiet">{t('wheel.activity.everyCentre')}</p>}
      </div>
    ),
  },
  {
    key: 'next',
    title: t('wheel.activity.next'),
    sort: 'next',
    short: true,
    cell: (activity) => (activity.nextDue && !activity.closed ? asDate(activity.nextDue) : '–'),
  },
  {
    key: 'last',
    title: t('wheel.activity.last'),
    short: true,
    cell: (activity) => (activity.lastDoneOn ? asDate(activity.lastDoneOn) : '–'),
  },
];
