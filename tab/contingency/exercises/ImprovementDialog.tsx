import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ActionView } from '../../../api/actions/contract.ts';
import type { PersonRef } from '../../../api/http/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { PersonPicker } from '../../shared/ui/PersonPicker.tsx';
import { written } from '../../shared/forms/field-rules.ts';

interface Form {
  title: string;
  due: string;
  note: string;
}

/** Agrees on what is to be better, or changes it: it becomes a task of its owner. */
export function ImprovementDialog(props: {
  subjectKey: string;
  improvement?: ActionView;
  add?: string;
  onClose: () => void;
}) {
  const { subjectKey, improvement, onClose } = props;
  const addText = props.add ?? t('contingencyTests.improvements.add');
  const [owner, setOwner] = useState<PersonRef | undefined>(improvement?.owner);
  const [ownerWrong, setOwnerWrong] = useState<string>();
  const { control, handleSubmit, setError } = useForm<Form>({
    defaultValues: { title: improvement?.title ?? '', due: improvement?.due ?? '', note: improvement?.note ?? '' },
  });
  const add = useAct('POST /api/contingency/improvements');
  const change = useAct('PUT /api/contingency/improvements/:improvementKey');
  const error = add.error ?? change.error;
  const refuse = (thrown: unknown) => {
    for (const { path, message } of thrown instanceof ApiError ? thrown.fields : []) {
      if (path === 'ownerId') setOwnerWrong(message);
      else if (path === 'title' || path === 'due' || path === 'note') setError(path, { message });
    }
  };
  const noOwner = () => setOwnerWrong(owner ? undefined : t('contingencyTests.improvements.ownerMissing'));
  const send = handleSubmit(async (values) => {
    noOwner();
    if (!owner) return;
    const body = { ...values, ownerId: owner.id };
    try {
      if (improvement) await change.mutateAsync({ params: { improvementKey: improvement.key }, body });
      else await add.mutateAsync({ body: { ...body, subjectKey } });
      notify(t(improvement ? 'contingencyTests.improvements.changed' : 'contingencyTests.improvements.added'));
      onClose();
    } catch (thrown) {
      refuse(thrown);
    }
  }, noOwner);
  return (
    <FormDialog
      open
      title={improvement ? t('contingencyTests.improvements.changeTitle') : addText}
      onClose={onClose}
      onSubmit={send}
      button={improvement ? t('common.save') : addText}
      busyText={t('common.word.saving')}
      busy={add.isPending || change.isPending}
      error={error instanceof ApiError && error.fields.length > 0 ? null : error}
    >
      <FormField control={control} name="title" label={t('contingencyTests.improvements.what')} rules={written(200)} />
      <PersonPicker
        label={t('contingencyTests.improvements.who')}
        person={owner}
        error={ownerWrong}
        onChoose={(person) => {
          setOwner(person);
          setOwnerWrong(undefined);
        }}
      />
      <FormField control={control} name="due" type="date" label={t('common.word.due')} rules={written(10)} />
      <FormField control={control} name="note" label={t('contingencyTests.improvements.note')} rows={2} />
    </FormDialog>
  );
}
