import { useForm } from 'react-hook-form';
import type { PackRow, PackView } from '../../../api/contingency/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { useAct } from '../../shared/api/queries.ts';
import { useMe } from '../../shared/me.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { atMost } from '../../shared/forms/field-rules.ts';

interface Form {
  place: string;
  placedOn: string;
}

/** Says where a printed pack is; the place is the one of last time until somebody writes another. */
export function PlaceDialog({ row, pack, onClose }: { row: PackRow; pack: PackView; onClose: () => void }) {
  const today = useMe().data?.today ?? '';
  const { control, handleSubmit, setError } = useForm<Form>({
    defaultValues: { place: row.placement?.place ?? '', placedOn: today },
  });
  const act = useAct('POST /api/contingency/packs/:packKey/placed');
  const submit = handleSubmit(async (body) => {
    try {
      await act.mutateAsync({ params: { packKey: pack.key }, body });
      notify(t('offlinePacks.dialog.saved'));
      onClose();
    } catch (thrown) {
      for (const { path, message } of thrown instanceof ApiError ? thrown.fields : [])
        if (path === 'place' || path === 'placedOn') setError(path, { message }, { shouldFocus: true });
    }
  });
  return (
    <FormDialog
      open
      title={t('offlinePacks.dialog.title', { number: pack.number })}
      onClose={onClose}
      onSubmit={submit}
      button={t('offlinePacks.dialog.save')}
      busyText={t('common.word.saving')}
      busy={act.isPending}
      error={act.error instanceof ApiError && act.error.fields.length > 0 ? null : act.error}
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
