import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { PersonRef } from '../../api/http/contract.ts';
import type { UnitRow } from '../../api/inspections/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { written } from '../shared/ui/field-rules.ts';
import { FormDialog } from '../shared/ui/FormDialog.tsx';
import { FormField } from '../shared/ui/FormField.tsx';
import { FormSelect } from '../shared/ui/FormSelect.tsx';
import { notify } from '../shared/ui/notify.ts';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { reasonsText } from './words.ts';

interface Form {
  checklistKey: string;
  place: string;
  plannedOn: string;
  why: string;
}

/** Plans a visit to a unit: by which checklist, when, by whom. It comes onto the wheel, and the unit is asked beforehand. */
export function PlanDialog({ unit, onClose }: { unit: UnitRow; year: number; onClose: () => void }) {
  const checklists = useView('GET /api/inspection-checklists', {});
  const [inspector, setInspector] = useState<PersonRef>();
  const [inspectorWrong, setInspectorWrong] = useState<string>();
  const { control, handleSubmit, setError } = useForm<Form>({
    defaultValues: { checklistKey: '', place: '', plannedOn: '', why: '' },
  });
  const plan = useAct('POST /api/inspections');
  const noInspector = () => setInspectorWrong(inspector ? undefined : t('inspectionPages.plan.inspectorMissing'));
  const send = handleSubmit(async (values) => {
    noInspector();
    if (!inspector) return;
    try {
      await plan.mutateAsync({ body: { ...values, centreId: unit.centre.id, inspectorId: inspector.id } });
      notify(t('inspectionPages.plan.done', { unit: unit.centre.title }));
      onClose();
    } catch (thrown) {
      for (const { path, message } of thrown instanceof ApiError ? thrown.fields : []) {
        if (path === 'inspectorId') setInspectorWrong(message);
        else if (path === 'checklistKey' || path === 'place' || path === 'plannedOn' || path === 'why')
          setError(path, { message });
      }
    }
  }, noInspector);
  const { error } = plan;
  return (
    <FormDialog
      open
      title={t('inspectionPages.plan.title', { unit: unit.centre.title })}
      onClose={onClose}
      onSubmit={send}
      button={t('inspectionPages.plan.act')}
      busyText={t('inspectionPages.saving')}
      busy={plan.isPending}
      error={error instanceof ApiError && error.fields.length > 0 ? null : error}
    >
      <p className="section-text">{t('inspectionPages.plan.reasons', { reasons: reasonsText(unit.reasons) })}</p>
      <FormSelect
        control={control}
        name="checklistKey"
        label={t('inspectionPages.plan.checklist')}
        none={t('inspectionPages.plan.choose')}
        options={(checklists.data?.checklists ?? []).map(({ key, title }) => ({ value: key, text: title }))}
      />
      <FormField
        control={control}
        name="plannedOn"
        type="date"
        label={t('inspectionPages.plan.day')}
        rules={written(10)}
      />
      <PersonPicker
        label={t('inspectionPages.plan.inspector')}
        person={inspector}
        error={inspectorWrong}
        onChoose={(person) => {
          setInspector(person);
          setInspectorWrong(undefined);
        }}
      />
      <FormField control={control} name="place" label={t('inspectionPages.plan.place')} />
      <FormField control={control} name="why" label={t('inspectionPages.plan.why')} rows={2} />
    </FormDialog>
  );
}
