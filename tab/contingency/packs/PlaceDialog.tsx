import type { PackRow, PackView } from '../../../api/contingency/contract.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { useMe } from '../../shared/me.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { atMost } from '../../shared/forms/field-rules.ts';

/** Records a printed pack's place; prefilled with the previous one. */
export function PlaceDialog({ row, pack, onClose }: { row: PackRow; pack: PackView; onClose: () => void }) {
  const today = useMe().data?.today ?? '';
  const state = useForm({
    start: { place: row.placement?.place ?? '', placedOn: today },
    send: (body, api) => api('POST /api/contingency/packs/:packKey/placed', { params: { packKey: pack.key }, body }),
    saved: t('offlinePacks.dialog.saved'),
    close: onClose,
  });
  const { control } = state;
  return (
    <FormDialog
      title={t('offlinePacks.dialog.title', { number: pack.number })}
      onClose={onClose}
      state={state}
      button={t('offlinePacks.dialog.save')}
    >
      <p>{t('offlinePacks.dialog.text')}</p>
      <FormField
        control={control}
        name="place"
        label={t('offlinePacks.dialog.place')}
        hint={t('offlinePacks.dialog.placeHint')}
        rules={{
          validate: (text) => text.trim() !== '' || t('offlinePacks.dialog.placeMissing'),
          ...atMost(200),
        }}
      />
      <FormField
        control={control}
        name="placedOn"
        type="date"
        label={t('offlinePacks.dialog.on')}
        rules={{
          validate: (date) => (date !== '' && (today === '' || date <= today)) || t('offlinePacks.dialog.onMissing'),
        }}
      />
    </FormDialog>
  );
}
