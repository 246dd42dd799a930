import { useState } from 'react';
import type { AssetView } from '../../api/assets/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Begun } from '../shared/ui/Begun.tsx';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { WithPlaces } from '../shared/ui/WithPlaces.tsx';
import { AssetForm } from './AssetForm.tsx';
import { useAsset } from './useAsset.ts';
import { pathOf } from './words.ts';

/** New IT system or work process. */
export function NewAssetPage() {
  const list = useView('GET /api/assets', { query: { limit: 1 } });
  return (
    <Viewed view={list}>
      {({ abilities }) => (
        <Begun may={abilities.add}>
          <Page title={t('assets.list.add')} back={{ to: '/risks/assets', page: t('assets.one.back') }}>
            <WithPlaces held={undefined}>{(places) => <AssetForm asset={undefined} places={places} />}</WithPlaces>
          </Page>
        </Begun>
      )}
    </Viewed>
  );
}

export function EditAssetPage() {
  const asset = useAsset();
  return <Viewed view={asset}>{(view) => <Edit key={view.key} asset={view} />}</Viewed>;
}

function Edit({ asset }: { asset: AssetView }) {
  // Others' changes do not close a form in use.
  const [mayWrite] = useState(asset.abilities.edit);
  if (!mayWrite) return <NoAccess />;
  return (
    <Page
      title={t('assets.form.editTitle', { title: asset.title })}
      back={{ to: pathOf(asset.key), page: asset.title }}
    >
      <WithPlaces held={asset}>{(places) => <AssetForm asset={asset} places={places} />}</WithPlaces>
    </Page>
  );
}
