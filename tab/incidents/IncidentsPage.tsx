import { Button } from '@fluentui/react-components';
import { appChatLink } from '../shared/teams/app-link.ts';
import { openLink } from '../shared/teams/host.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { NarrowYear } from '../shared/ui/NarrowYear.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { incidentColumns } from './incident-columns.tsx';
import { pageSize, states, useIncidents, type IncidentsState, type IncidentsView } from './useIncidents.ts';

/** Incidents reported in the chat, for their handlers; for others their own reports. */
export function IncidentsPage() {
  const list = useIncidents();
  return (
    <Viewed view={list.view}>
      {(view) => (
        <Page
          title={answerOf(view)}
          above={t('incidentPages.title')}
          lead={t(view.follows ? 'incidentPages.lead' : 'incidentPages.leadOwn')}
          actions={
            view.abilities.keepGuides && (
              <ButtonLink to="/incidents/answers">{t('incidentPages.guides.link')}</ButtonLink>
            )
          }
        >
          {list.choice.incident ? <Only onAll={list.clear} /> : <Filters view={view} list={list} />}
          <Rows view={view} list={list} />
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ counts: { open, untaken } }: IncidentsView): string {
  if (untaken > 0) return t('incidentPages.answerUntaken', { count: untaken });
  return open > 0 ? t('incidentPages.answerOpen', { count: open }) : t('incidentPages.answerNone');
}

const Only = ({ onAll }: { onAll: () => void }) => (
  <div className="filters">
    <span>{t('incidentPages.only')}</span>
    <Button size="small" onClick={onAll}>
      {t('common.word.showAll')}
    </Button>
  </div>
);

const Filters = ({ view: { years }, list: { choice, choose } }: { view: IncidentsView; list: IncidentsState }) => (
  <div className="filters">
    <SearchField label={t('incidentPages.search')} value={choice.q} onSearch={(q) => choose({ q })} />
    <Choices
      label={t('common.word.show')}
      options={states.map((value) => ({ value, text: t(`incidentPages.states.${value}`) }))}
      value={choice.state}
      onChange={(state) => choose({ state })}
    />
    <NarrowYear
      label={t('incidentPages.year')}
      years={years}
      value={choice.year}
      onChange={(year) => choose({ year })}
    />
  </div>
);

function Rows({ view, list: { choice, choose, clear, view: asked } }: { view: IncidentsView; list: IncidentsState }) {
  const { incidents, total, counts, follows } = view;
  if (counts.open + counts.closed === 0)
    return (
      <Blank
        title={t('incidentPages.emptyTitle')}
        text={t(follows ? 'incidentPages.emptyText' : 'incidentPages.emptyOwnText')}
        actions={<Button onClick={() => openLink(appChatLink())}>{t('incidentPages.report.write')}</Button>}
      />
    );
  if (incidents.length === 0) return <NothingFound title={t('incidentPages.nothing')} onClear={clear} />;
  return (
    <>
      <DataTable
        caption={t('incidentPages.caption')}
        columns={incidentColumns(incidents.some(({ can }) => can.take || can.close))}
        rows={incidents}
        rowKey={({ key }) => key}
        busy={asked.isPlaceholderData}
      />
      <Pages
        offset={choice.offset}
        limit={pageSize}
        total={total}
        onMove={(offset) => choose({ offset: String(offset) })}
      />
    </>
  );
}
