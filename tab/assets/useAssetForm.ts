import { useState } from 'react';
import { useLocation } from 'wouter';
import type { AssetView } from '../../api/assets/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { useLatest } from '../shared/meanwhile/useLatest.ts';
import { useSharedForm } from '../shared/meanwhile/useSharedForm.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import {
  assetFields,
  assetMeaning,
  bodyOf,
  savedOf,
  startOf,
  type AssetFields,
  type AssetValues,
} from './asset-values.ts';
import { pathOf } from './words.ts';

/** The form of an asset: keeps itself on this device, and loses nothing when somebody else has changed the asset. */
export function useAssetForm(asset: AssetView | undefined, centreId: string) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(asset, centreId));
  const latest = useLatest();
  const kept = useSharedForm<AssetFields, AssetValues>({
    keptAs: `asset.${asset?.key ?? 'new'}`,
    start,
    fields: assetFields,
    merged: assetFields,
    meaning: assetMeaning,
    refusedAs: 'assets.changedMeanwhile',
    savedNow: async () =>
      savedOf(await latest('GET /api/assets/:assetKey', { params: { assetKey: asset?.key ?? '' } })),
    put: (form, field, from) => form.setValue(field, from[field], { shouldDirty: true, shouldValidate: true }),
    beginWith: (form, { values, at }) => {
      form.setValue('began', values);
      form.setValue('seen', at);
    },
  });
  const add = useAct('POST /api/assets');
  const change = useAct('PUT /api/assets/:assetKey');
  const save = kept.form.handleSubmit(async (values) => {
    const body = bodyOf(values);
    if (!body) return;
    try {
      const saved = asset
        ? await change.mutateAsync({ params: { assetKey: asset.key }, body })
        : await add.mutateAsync({ body });
      kept.saved();
      notify(t('assets.form.saved', { title: saved.title }));
      goTo(pathOf(saved.key));
    } catch (error) {
      await kept.refuse(error);
    }
  });
  return {
    form: kept.form,
    save,
    others: kept.others,
    busy: add.isPending || change.isPending || kept.others.busy,
    error: kept.elsewhere(add.error ?? change.error),
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: kept.discardKept,
  };
}
export type AssetFormState = ReturnType<typeof useAssetForm>;
