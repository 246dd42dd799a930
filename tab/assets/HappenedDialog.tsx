import type { AssetView } from '../../api/assets/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { triggerReasons, useRaise } from './useAsset.ts';
import { atMost } from '../shared/forms/field-rules.ts';

const fewest = 3;

/** The event, and the deadline for a reassessment. */
export function HappenedDialog(props: { asset: AssetView; today: string; open: boolean; onClose: () => void }) {
  const { asset, today } = props;
  const state = useRaise(asset, today, props.onClose);
  return (
    <FormDialog
      open={props.open}
      title={t('assets.happened.ask', { title: asset.title })}
      onClose={props.onClose}
      state={state}
    >
      <FormSelect
        control={state.control}
        name="reason"
        label={t('assets.happened.reason')}
        none={t('assets.happened.choose')}
        options={triggerReasons.map((value) => ({ value, text: t(`risks.trigger.${value}`) }))}
      />
      <FormField
        control={state.control}
        name="note"
        label={t('assets.happened.note')}
        hint={t('assets.happened.noteHint')}
        rows={2}
        rules={{
          validate: (text) => text.trim().length >= fewest || t('assets.retire.tooShort'),
          ...atMost(500),
        }}
      />
      <FormField
        control={state.control}
        name="due"
        label={t('assets.happened.due')}
        type="date"
        rules={{ validate: (day) => day >= today || t('assets.happened.duePast') }}
      />
      <Consequence first={t('assets.happened.consequence')} />
    </FormDialog>
  );
}
