import type { AssetView } from '../../api/assets/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useNotNeeded } from './useAsset.ts';

/** The API's minimum: one word is no reason. */
const fewest = 10;

/** A written reason for no risk assessment. */
export function NotNeededDialog({ asset, open, onClose }: { asset: AssetView; open: boolean; onClose: () => void }) {
  const state = useNotNeeded(asset, onClose);
  return (
    <FormDialog
      open={open}
      title={t('assets.notNeeded.title', { title: asset.title })}
      onClose={onClose}
      state={state}
      button={t('assets.notNeeded.confirm')}
    >
      <Consequence first={t('assets.notNeeded.consequence')} />
      <FormField
        control={state.control}
        name="reason"
        label={t('assets.notNeeded.reason')}
        hint={t('assets.notNeeded.reasonHint')}
        rows={3}
        rules={{ validate: (text) => text.trim().length >= fewest || t('assets.notNeeded.tooShort') }}
      />
    </FormDialog>
  );
}
