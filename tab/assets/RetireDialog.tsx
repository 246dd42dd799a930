import type { AssetView } from '../../api/assets/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { AssetLinks, References } from './AssetRelations.tsx';
import { useRetire } from './useAsset.ts';

const fewest = 3;

/** All references to it, in words, before it is retired. */
export function RetireDialog({ asset, open, onClose }: { asset: AssetView; open: boolean; onClose: () => void }) {
  const state = useRetire(asset, onClose);
  const { title, neededBy, references } = asset;
  return (
    <FormDialog
      open={open}
      title={t('assets.retire.title', { title })}
      onClose={onClose}
      state={state}
      button={t('assets.one.retire')}
      busyText={t('assets.retire.working')}
    >
      <Consequence first={refersTo(asset)}>
        <p>{t('assets.retire.stays')}</p>
      </Consequence>
      {neededBy.length > 0 && (
        <div>
          <h3 className="card-title">{t('assets.retire.neededTitle')}</h3>
          <AssetLinks assets={neededBy} />
        </div>
      )}
      {references.length > 0 && (
        <div>
          <h3 className="card-title">{t('assets.retire.referredTitle')}</h3>
          <References references={references} />
        </div>
      )}
      <FormField
        control={state.control}
        name="reason"
        label={t('assets.retire.reason')}
        hint={t('assets.retire.reasonHint')}
        rows={2}
        rules={{ validate: (text) => text.trim().length >= fewest || t('assets.retire.tooShort') }}
      />
    </FormDialog>
  );
}

function refersTo({ neededBy, references }: AssetView): string {
  const texts = [
    ...(neededBy.length > 0 ? [t('assets.retire.needed', { count: neededBy.length })] : []),
    ...(references.length > 0 ? [t('assets.retire.referred', { count: references.length })] : []),
  ];
  return texts.length === 0 ? t('assets.retire.nothing') : texts.join(' ');
}
