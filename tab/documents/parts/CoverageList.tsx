import { t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { NothingFound } from '../../shared/ui/NothingFound.tsx';

interface Choice {
  value: string;
  text: string;
}

/** A matrix of documents and centres as a table, a row a cell; filtered by links from numbers. */
export function CoverageList<Row>(props: {
  words: { caption: string; state: string; allStates: string; allCentres: string; nothing: string };
  states: readonly Choice[];
  state: string | undefined;
  centres: readonly Choice[];
  centreId: string | undefined;
  onChoose: (change: { state?: string; centre?: string }) => void;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
}) {
  const { words, states, state, centres, centreId, onChoose, columns, rows, rowKey } = props;
  return (
    <>
      <div className="filters">
        <Narrow
          label={words.state}
          all={words.allStates}
          value={state}
          options={[...states]}
          onChange={(chosen) => onChoose({ state: chosen })}
        />
        <Narrow
          label={t('common.word.centre')}
          all={words.allCentres}
          value={centreId}
          options={[...centres]}
          onChange={(chosen) => onChoose({ centre: chosen })}
        />
        <span className="quiet" role="status">
          {t('common.table.found', { count: rows.length })}
        </span>
      </div>
      {rows.length === 0 ? (
        <NothingFound title={words.nothing} onClear={() => onChoose({ state: '', centre: '' })} />
      ) : (
        <DataTable caption={words.caption} columns={columns} rows={rows} rowKey={rowKey} />
      )}
    </>
  );
}
