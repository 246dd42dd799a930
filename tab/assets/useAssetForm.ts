import type { AssetView } from '../../api/assets/contract.ts';
import { useForm, type FormState } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { assetMeaning, bodyOf, fieldsOf, type AssetFields } from './asset-values.ts';
import { pathOf } from './words.ts';

export type AssetFormState = FormState<AssetFields>;

/** The form of an asset, with concurrent editing. */
export function useAssetForm(asset: AssetView | undefined, centreId: string): AssetFormState {
  const params = { assetKey: asset?.key ?? '' };
  return useForm({
    start: fieldsOf(asset, centreId),
    draft: `asset.${asset?.key ?? 'new'}`,
    shared: {
      etag: asset?.changedAt ?? '',
      code: 'assets.changedMeanwhile',
      meaning: assetMeaning,
      latest: async (read) => {
        const now = await read('GET /api/assets/:assetKey', { params });
        return { values: fieldsOf(now), by: now.changedBy.name, at: now.changedAt };
      },
    },
    send: (values, api, { etag }) => {
      const body = bodyOf(values);
      if (!body) return undefined;
      return asset
        ? api('PUT /api/assets/:assetKey', { params, body: { ...body, expected: etag } })
        : api('POST /api/assets', { body });
    },
    saved: ({ title }) => t('assets.form.saved', { title }),
    goTo: ({ key }) => pathOf(key),
  });
}
