import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { FigureSettingsView } from '../../api/figures/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { valueText } from './parts/figure-value.ts';

type Limit = FigureSettingsView['limits'][number];

/** The red limit of each figure, and its form. */
export function RedLimits({ view: { limits, abilities } }: { view: FigureSettingsView }) {
  return (
    <section className="card" aria-labelledby="figures-limits">
      <h2 className="card-title" id="figures-limits">
        {t('figures.keeping.limits')}
      </h2>
      <p className="card-text">{t('figures.keeping.limitsText')}</p>
      <DataTable
        caption={t('figures.keeping.limits')}
        columns={columnsOf(abilities.edit)}
        rows={limits}
        rowKey={({ figure }) => figure}
      />
    </section>
  );
}

const limitText = ({ unit, good }: Limit, limit: number | undefined): string => {
  if (limit === undefined) return t('figures.keeping.never');
  const value = valueText(unit, limit);
  return good === 'up' ? t('figures.keeping.under', { value }) : t('figures.keeping.from', { value });
};

const columnsOf = (mayEdit: boolean): Column<Limit>[] => [
  { key: 'name', title: t('figures.table.name'), cell: ({ name }) => name },
  {
    key: 'limit',
    title: t('figures.keeping.limit'),
    cell: (row) => (
      <div>
        {limitText(row, row.limit)}
        {row.limit !== row.usual && (
          <p className="quiet">{t('figures.keeping.usual', { value: limitText(row, row.usual) })}</p>
        )}
      </div>
    ),
  },
  ...(mayEdit ? [{ key: 'change', title: t('common.word.change'), cell: (row: Limit) => <Change row={row} /> }] : []),
];

function Change({ row }: { row: Limit }) {
  const [editing, setEditing] = useState({ open: false, number: 0 });
  const reset = useAct('DELETE /api/figures/limits/:figureKey');
  const { figure, name, limit, usual } = row;
  return (
    <div>
      <Button
        size="small"
        aria-label={t('figures.keeping.changeOf', { name })}
        onClick={() => setEditing(({ number }) => ({ open: true, number: number + 1 }))}
      >
        {t('common.word.change')}
      </Button>
      {limit !== usual && (
        <ActButton
          size="small"
          busy={reset.isPending}
          busyText={t('figures.keeping.resetting')}
          aria-label={t('figures.keeping.resetOf', { name })}
          onClick={() => reset.mutate({ params: { figureKey: figure } })}
        >
          {t('figures.keeping.reset')}
        </ActButton>
      )}
      <ActFailed error={reset.error} />
      <LimitDialog
        key={editing.number}
        row={row}
        open={editing.open}
        onClose={() => setEditing(({ number }) => ({ open: false, number }))}
      />
    </div>
  );
}

const typedFrom = (limit: number | undefined) => ({
  limit: limit === undefined ? '' : String(limit).replace('.', ','),
});

function LimitDialog({ row, open, onClose }: { row: Limit; open: boolean; onClose: () => void }) {
  const { figure, etag, name, good, limit } = row;
  const state = useForm({
    start: typedFrom(limit),
    shared: {
      etag,
      names: { limit: t('figures.keeping.limit') },
      latest: async (read) => {
        const now = (await read('GET /api/figures/settings', {})).limits.find((one) => one.figure === figure);
        return now && { values: typedFrom(now.limit), etag: now.etag };
      },
    },
    send: (typed, api, { etag: expected }) =>
      api('PUT /api/figures/limits/:figureKey', {
        params: { figureKey: figure },
        body: { limit: Number(typed.limit.trim().replace(',', '.')), expected },
      }),
    saved: t('figures.keeping.saved'),
    close: onClose,
  });
  return (
    <FormDialog
      open={open}
      title={t('figures.keeping.limitTitle', { name })}
      onClose={onClose}
      state={state}
      button={t('common.save')}
      busyText={t('common.word.saving')}
    >
      <FormField
        control={state.control}
        name="limit"
        label={t(good === 'up' ? 'figures.keeping.limitUnder' : 'figures.keeping.limitFrom')}
        inputMode="decimal"
        rules={{ validate: (typed) => /^\d{1,9}(?:[.,]\d)?$/.test(typed.trim()) || t('figures.keeping.wrong') }}
      />
    </FormDialog>
  );
}
