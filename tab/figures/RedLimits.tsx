import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { FigureSettingsView } from '../../api/figures/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { notify } from '../shared/ui/notify.ts';
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
  { key: 'name', title: t('figures.keeping.figure'), cell: ({ name }) => name },
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
  ...(mayEdit
    ? [{ key: 'change', title: t('figures.keeping.change'), cell: (row: Limit) => <Change row={row} /> }]
    : []),
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
        {t('figures.keeping.change')}
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

function LimitDialog({ row, open, onClose }: { row: Limit; open: boolean; onClose: () => void }) {
  const { figure, name, good, limit } = row;
  const [typed, setTyped] = useState(limit === undefined ? '' : String(limit).replace('.', ','));
  const [tried, setTried] = useState(false);
  const act = useAct('PUT /api/figures/limits/:figureKey');
  const isRight = /^\d{1,9}(?:[.,]\d)?$/.test(typed.trim());
  return (
    <FormDialog
      open={open}
      title={t('figures.keeping.limitTitle', { name })}
      onClose={onClose}
      onSubmit={async (event) => {
        event.preventDefault();
        setTried(true);
        if (!isRight || act.isPending) return;
        const body = { limit: Number(typed.trim().replace(',', '.')) };
        await act.mutateAsync({ params: { figureKey: figure }, body }).then(
          () => {
            notify(t('figures.keeping.saved'));
            onClose();
          },
          () => undefined,
        );
      }}
      button={t('figures.keeping.save')}
      busyText={t('figures.keeping.saving')}
      busy={act.isPending}
      error={act.error}
    >
      <Field
        label={t(good === 'up' ? 'figures.keeping.limitUnder' : 'figures.keeping.limitFrom')}
        required
        {...(tried && !isRight ? { validationMessage: t('figures.keeping.wrong') } : {})}
      >
        <Input inputMode="decimal" value={typed} onChange={(_, data) => setTyped(data.value)} />
      </Field>
    </FormDialog>
  );
}
