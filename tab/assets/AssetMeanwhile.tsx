import { useWatch } from 'react-hook-form';
import type { CentreRef } from '../../api/http/contract.ts';
import { Meanwhile } from '../shared/meanwhile/Meanwhile.tsx';
import { t } from '../shared/texts/texts.ts';
import { assetMeaning, saidBy, type AssetFields, type AssetValues } from './asset-values.ts';
import type { AssetFormState } from './useAssetForm.ts';

/** What somebody else has made of the asset meanwhile, in words. */
export function AssetMeanwhile({ state, centres }: { state: AssetFormState; centres: readonly CentreRef[] }) {
  const mine = useWatch({ control: state.form.control, compute: (values: AssetValues) => values });
  const title = (id: string) => centres.find((centre) => centre.id === id)?.title ?? id;
  return (
    <Meanwhile<AssetFields>
      state={state.others}
      mine={mine}
      meaning={assetMeaning}
      name={(field) => t(`assets.field.${field}`)}
      said={(values, field) => saidBy(values, field, title)}
    />
  );
}
