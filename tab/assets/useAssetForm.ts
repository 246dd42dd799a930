import { useState } from 'react';
import { useLocation } from 'wouter';
import type { AssetView } from '../../api/assets/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { call } from '../shared/api/client.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/ui/useKeptForm.ts';
import { assetFields, bodyOf, isSame, startOf, type AssetField, type AssetValues } from './asset-values.ts';
import { pathOf } from './words.ts';

/** Somebody else has changed the asset since the form was opened. */
interface Meanwhile {
  name: string;
  theirs: AssetValues;
}
const changedMeanwhile = (error: unknown) => error instanceof ApiError && error.code === 'assets.changedMeanwhile';

/**
 * The form of an asset: keeps itself on this device. When others have changed the asset, what the writer has not touched
 * becomes as saved, and the rest is laid side by side to choose from; nothing is lost.
 */
export function useAssetForm(asset: AssetView | undefined, centreId: string) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(asset, centreId));
  const kept = useKeptForm<AssetValues>(`asset.${asset?.key ?? 'new'}`, start, assetFields);
  const { form } = kept;
  const [meanwhile, setMeanwhile] = useState<Meanwhile>();
  const [comparing, setComparing] = useState(false);
  const [compareError, setCompareError] = useState<Error | null>(null);
  const add = useAct('POST /api/assets');
  const change = useAct('PUT /api/assets/:assetKey');

  const take = (theirs: AssetValues, field: AssetField) =>
    form.setValue(field, theirs[field], { shouldDirty: true, shouldValidate: true });

  async function compare(assetKey: string) {
    setComparing(true);
    setCompareError(null);
    try {
      const now = await call('GET /api/assets/:assetKey', { params: { assetKey } });
      const theirs = startOf(now);
      const mine = form.getValues();
      assetFields.filter((field) => isSame(mine, start, field)).forEach((field) => take(theirs, field));
      form.setValue('seen', theirs.seen);
      setMeanwhile({ name: now.changedBy.name, theirs });
    } catch (error) {
      setCompareError(error instanceof Error ? error : null);
    } finally {
      setComparing(false);
    }
  }

  const save = form.handleSubmit(async (values) => {
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
      if (asset && changedMeanwhile(error)) await compare(asset.key);
      else kept.refuse(error);
    }
  });
  const error = add.error ?? change.error;
  return {
    form,
    save,
    busy: add.isPending || change.isPending || comparing,
    error: compareError ?? kept.elsewhere(changedMeanwhile(error) ? null : error),
    meanwhile,
    useTheirs: (field: AssetField) => meanwhile && take(meanwhile.theirs, field),
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: () => {
      setMeanwhile(undefined);
      kept.discardKept();
    },
  };
}
export type AssetFormState = ReturnType<typeof useAssetForm>;
