import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ObligationRow } from '../../api/obligations/contract.ts';
import { kindName } from '../shared/kinds.ts';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { NudgeMany } from './NudgeRows.tsx';
import { rowColumns } from './row-columns.tsx';
import type { Giver, Giving } from './useHandOver.ts';
import { allCentres } from '../shared/useCentreChoice.ts';
import {
  noCentre,
  pageSize,
  shows,
  usePeopleRows,
  type CentreChoice,
  type CentreStatus,
  type ChooseRows,
  type RowSort,
} from './useMyCentre.ts';
import styles from './MyCentrePage.module.css';

interface Chosen {
  choice: CentreChoice;
  choose: ChooseRows;
}

/** Obligations by person: filtered, sorted, paged; selected ones are handed over together. */
export function PeopleRows(props: Chosen & { centres: readonly CentreStatus[]; onGive: (giving: Giving) => void }) {
  const { centres, choice, choose, onGive } = props;
  const view = usePeopleRows(choice);
  const [picked, setPicked] = useState<ReadonlyMap<string, ObligationRow>>(new Map());
  const section = useFollowed(`${choice.show} ${choice.centre} ${choice.person}`);
  const movable = [...picked.values()].filter((row) => row.abilities.handOver);
  const toggle = (row: ObligationRow) => {
    const next = new Map(picked);
    if (!next.delete(row.key)) next.set(row.key, row);
    setPicked(next);
  };
  const give = (rows: readonly ObligationRow[]) => {
    onGive({ from: giversOf(rows), picked: new Set(rows.map(({ key }) => key)) });
    setPicked(new Map());
  };
  const centre = centres.length > 1 ? centres.find((row) => row.centre?.id === choice.centre)?.centre : undefined;
  const onSort = (sort: RowSort) =>
    choose({ sort, direction: choice.sort === sort && choice.direction === 'up' ? 'down' : '' });
  return (
    <section className="section" id="people" aria-labelledby="people-title" ref={section}>
      <h2 className="section-title" id="people-title" tabIndex={-1}>
        {centre ? t('obligations.people.titleIn', { centre: centre.title }) : t('obligations.people.title')}
      </h2>
      <Filters centres={centres} kinds={view.data?.kinds ?? []} choice={choice} choose={choose} />
      <Viewed view={view} skeleton={<Skeleton rows={6} />}>
        {({ rows, total, abilities }) => (
          <>
            <div className={styles.picked} data-part="picked" role="status">
              {picked.size > 0 && (
                <>
                  <span>{t('obligations.people.picked', { count: picked.size })}</span>
                  {movable.length > 0 && (
                    <Button appearance="primary" onClick={() => give(movable)}>
                      {t('obligations.handOver.button')}
                    </Button>
                  )}
                  <NudgeMany rows={[...picked.values()]} onDone={() => setPicked(new Map())} />
                  <Button onClick={() => setPicked(new Map())}>{t('obligations.people.clear')}</Button>
                </>
              )}
              {picked.size === 0 && rows.filter((row) => row.abilities.nudge).length > 1 && (
                <NudgeMany rows={rows} onDone={() => undefined} />
              )}
              {picked.size === 0 && choice.q !== '' && (
                <span className="quiet">{t('common.table.found', { count: total })}</span>
              )}
            </div>
            {total === 0 ? (
              <Nothing choice={choice} choose={choose} />
            ) : (
              <DataTable
                caption={t('obligations.people.title')}
                columns={rowColumns({
                  mayHandOver: abilities.handOver && rows.some((row) => row.abilities.handOver),
                  mayNudge: rows.some((row) => row.abilities.nudge || row.askedOn !== undefined),
                  withCentre: centres.length > 1 && !centre,
                  picked,
                  onPick: toggle,
                  onGive: (row) => give([row]),
                })}
                rows={rows}
                rowKey={(row) => row.key}
                sorted={{ by: choice.sort, descending: choice.direction === 'down' }}
                onSort={onSort}
                busy={view.isPlaceholderData}
              />
            )}
            <Pages
              offset={choice.offset}
              limit={pageSize}
              total={total}
              onMove={(offset) => choose({ offset: String(offset) })}
            />
          </>
        )}
      </Viewed>
    </section>
  );
}

/** A number elsewhere on the page links to these rows: their heading is focused, which scrolls to it. */
function useFollowed(chosen: string) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    if (!section.current?.contains(document.activeElement)) section.current?.querySelector('h2')?.focus();
  }, [chosen]);
  return section;
}

/** Selected rows by assignee. */
function giversOf(rows: readonly ObligationRow[]): Giver[] {
  const ids = [...new Set(rows.map(({ person }) => person.id))];
  return ids.flatMap((id) => {
    const own = rows.filter(({ person }) => person.id === id);
    const [first] = own;
    return first ? [{ person: first.person, rows: own }] : [];
  });
}

function Filters(props: Chosen & { centres: readonly CentreStatus[]; kinds: readonly string[] }) {
  const { centres, kinds, choice, choose } = props;
  return (
    <div className="filters">
      <Choices
        label={t('common.word.show')}
        value={choice.show}
        onChange={(show) => choose({ show })}
        options={shows.map((show) => ({ value: show, text: t(`obligations.people.shows.${show}`) }))}
      />
      {kinds.length > 1 && (
        <Narrow
          label={t('common.word.kind')}
          all={t('common.word.allKinds')}
          value={choice.kind}
          options={kinds.map((kind) => ({ value: kind, text: kindName(kind) }))}
          onChange={(kind) => choose({ kind })}
        />
      )}
      {centres.length > 1 && (
        <Narrow
          label={t('common.word.centre')}
          all={t('common.word.allCentres')}
          value={choice.centre === allCentres ? undefined : choice.centre}
          options={centres.map(({ centre }) => ({
            value: centre?.id ?? noCentre,
            text: centre?.title ?? t('obligations.centre.whole'),
          }))}
          onChange={(centre) => choose({ centre: centre || allCentres })}
        />
      )}
      <SearchField label={t('obligations.people.search')} value={choice.q} onSearch={(q) => choose({ q })} />
    </div>
  );
}

function Nothing({ choice, choose }: Chosen) {
  if (choice.q || choice.kind)
    return (
      <NothingFound title={t('common.table.nothing')} onClear={() => choose({ q: '', kind: '' })}>
        <p>{t('common.table.nothingText')}</p>
      </NothingFound>
    );
  return (
    <Blank
      title={t(`obligations.people.empty.${choice.show}.title`)}
      text={t(`obligations.people.empty.${choice.show}.text`)}
    />
  );
}
