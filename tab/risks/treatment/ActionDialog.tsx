import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { PersonRef } from '../../../api/http/contract.ts';
import type { ActionView, RiskDetail } from '../../../api/risks/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { useAct } from '../../shared/api/queries.ts';
import { asNumber, t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { PersonPicker } from '../../shared/ui/PersonPicker.tsx';
import { kronerOf } from '../../shared/kroner.ts';
import { written } from '../../shared/forms/field-rules.ts';

interface Form {
  title: string;
  due: string;
  /** As people write money. */
  cost: string;
  effect: string;
}

/** Adds an action, or changes one: it becomes an obligation of its owner. */
export function ActionDialog(props: { risk: RiskDetail; action?: ActionView; onClose: () => void }) {
  const { risk, action, onClose } = props;
  const [owner, setOwner] = useState<PersonRef | undefined>(action?.owner);
  const [ownerWrong, setOwnerWrong] = useState<string>();
  const { control, handleSubmit, setError } = useForm<Form>({
    defaultValues: {
      title: action?.title ?? '',
      due: action?.due ?? '',
      cost: action?.cost === undefined ? '' : asNumber(action.cost),
      effect: action?.effect ?? '',
    },
  });
  const add = useAct('POST /api/risks/register/:riskKey/actions');
  const change = useAct('PUT /api/risks/register/:riskKey/actions/:actionKey');
  const error = add.error ?? change.error;
  const refuse = (thrown: unknown) => {
    for (const { path, message } of thrown instanceof ApiError ? thrown.fields : []) {
      if (path === 'ownerId') setOwnerWrong(message);
      else if (path === 'title' || path === 'due' || path === 'cost' || path === 'effect')
        setError(path, { message }, { shouldFocus: true });
    }
  };
  const noOwner = () => setOwnerWrong(owner ? undefined : t('riskTreatment.actions.ownerMissing'));
  const send = handleSubmit(async ({ title, due, cost, effect }) => {
    noOwner();
    if (!owner) return;
    const kroner = cost.trim() === '' ? undefined : kronerOf(cost);
    const body = { title, due, effect, ownerId: owner.id, ...(kroner === undefined ? {} : { cost: kroner }) };
    try {
      if (action) await change.mutateAsync({ params: { riskKey: risk.key, actionKey: action.key }, body });
      else await add.mutateAsync({ params: { riskKey: risk.key }, body });
      notify(t(action ? 'riskTreatment.actions.changed' : 'riskTreatment.actions.added'));
      onClose();
    } catch (thrown) {
      refuse(thrown);
    }
  }, noOwner);
  return (
    <FormDialog
      open
      title={t(action ? 'riskTreatment.actions.changeTitle' : 'riskTreatment.actions.add')}
      onClose={onClose}
      onSubmit={send}
      button={t(action ? 'common.save' : 'riskTreatment.actions.add')}
      busyText={t('common.word.saving')}
      busy={add.isPending || change.isPending}
      error={error instanceof ApiError && error.fields.length > 0 ? null : error}
    >
      <FormField
        control={control}
        name="title"
        label={t('riskTreatment.actions.what')}
        hint={t('riskTreatment.actions.whatHint')}
        rules={written(200)}
      />
      <PersonPicker
        label={t('riskTreatment.actions.who')}
        person={owner}
        error={ownerWrong}
        onChoose={(person) => {
          setOwner(person);
          setOwnerWrong(undefined);
        }}
      />
      <FormField control={control} name="due" type="date" label={t('common.word.due')} rules={written(10)} />
      <FormField
        control={control}
        name="cost"
        label={t('riskTreatment.actions.cost')}
        hint={t('riskTreatment.actions.costHint')}
        inputMode="decimal"
        optional
        rules={{
          validate: (text) =>
            text.trim() === '' || kronerOf(text) !== undefined || t('riskTreatment.actions.costWrong'),
        }}
      />
      <FormField control={control} name="effect" label={t('riskTreatment.actions.effect')} rows={2} />
    </FormDialog>
  );
}
