import { Button } from '@fluentui/react-button';
import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import type { CentreRef } from '../../api/http/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { notify } from '../shared/ui/notify.ts';
import { assetFields, isSame, saidBy, type AssetField, type AssetValues } from './asset-values.ts';
import type { AssetFormState } from './useAssetForm.ts';

/** Somebody else has changed the asset: both versions side by side, to choose from before saving again. */
export function Meanwhile({ state, centres }: { state: AssetFormState; centres: readonly CentreRef[] }) {
  if (!state.meanwhile) return null;
  return <Differences state={state} meanwhile={state.meanwhile} centres={centres} />;
}

function Differences(props: {
  state: AssetFormState;
  meanwhile: { name: string; theirs: AssetValues };
  centres: readonly CentreRef[];
}) {
  const { state, meanwhile } = props;
  const place = useRef<HTMLDivElement>(null);
  const mine = useWatch({ control: state.form.control, compute: (values: AssetValues) => values });
  useEffect(() => {
    place.current?.focus();
  }, [meanwhile]);
  const title = (id: string) => props.centres.find((centre) => centre.id === id)?.title ?? id;
  const said = (values: AssetValues, field: AssetField) => saidBy(values, field, title) || t('assets.meanwhile.empty');
  const different = assetFields.filter((field) => !isSame(mine, meanwhile.theirs, field));
  const use = (field: AssetField) => {
    state.useTheirs(field);
    notify(t('assets.meanwhile.taken', { field: t(`assets.field.${field}`) }));
    place.current?.focus();
  };
  return (
    <div className="card" ref={place} tabIndex={-1} role="group" aria-labelledby="asset-meanwhile">
      <h2 className="section-title" id="asset-meanwhile">
        {t('assets.meanwhile.title', { name: meanwhile.name })}
      </h2>
      <Notice tone="warning" live>
        {different.length === 0 ? t('assets.meanwhile.same') : t('assets.meanwhile.text')}
      </Notice>
      {different.length > 0 && (
        <DataTable<AssetField>
          caption={t('assets.meanwhile.caption')}
          rows={different}
          rowKey={(field) => field}
          columns={[
            { key: 'field', title: t('assets.meanwhile.field'), cell: (field) => t(`assets.field.${field}`) },
            {
              key: 'theirs',
              title: t('assets.meanwhile.theirs'),
              cell: (field) => <span className="asset-text">{said(meanwhile.theirs, field)}</span>,
            },
            {
              key: 'mine',
              title: t('assets.meanwhile.mine'),
              cell: (field) => <span className="asset-text">{said(mine, field)}</span>,
            },
            {
              key: 'choice',
              title: t('assets.meanwhile.choice'),
              cell: (field) => (
                <Button
                  size="small"
                  aria-label={t('assets.meanwhile.useTheirsLabel', { field: t(`assets.field.${field}`) })}
                  onClick={() => use(field)}
                >
                  {t('assets.meanwhile.useTheirs')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}
