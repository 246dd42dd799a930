import type { CentreRef } from '../../api/http/contract.ts';
import type { WithoutCentreView } from '../../api/organisation/contract.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';

export type Department = WithoutCentreView['departments'][number];

/** Gives a department to a centre, with the consequence in words. */
export function PlaceDialog(props: { department: Department; centres: readonly CentreRef[]; onClose: () => void }) {
  const { department, centres, onClose } = props;
  const { name = '', centre, employees: count } = department;
  const state = useForm({
    start: { centreId: centre?.id ?? '' },
    follows: true,
    send: ({ centreId }, api) =>
      api('PUT /api/organisation/departments', {
        body: { department: name, centreId, ...(centre === undefined ? {} : { from: centre.id }) },
      }),
    saved: (_, { centreId }) =>
      t('organisation.unplaced.dialog.done', {
        department: name,
        centre: centres.find(({ id }) => id === centreId)?.title ?? '',
      }),
    close: onClose,
  });
  return (
    <FormDialog
      open
      title={t('organisation.unplaced.dialog.title', { department: name })}
      onClose={onClose}
      state={state}
      button={t('organisation.unplaced.dialog.button')}
      busyText={t('common.word.saving')}
    >
      <p>{t('organisation.unplaced.dialog.text', { count })}</p>
      <FormSelect
        control={state.control}
        name="centreId"
        label={t('organisation.unplaced.centre')}
        none={t('organisation.unplaced.dialog.choose')}
        options={centres.map(({ id, title }) => ({ value: id, text: title }))}
      />
    </FormDialog>
  );
}
