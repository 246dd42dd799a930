import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { PersonRef } from '../../api/http/contract.ts';
import type { InspectionView, UnitRow } from '../../api/inspections/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { written } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { notify } from '../shared/ui/notify.ts';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { reasonsText } from './words.ts';

interface Form {
  checklistKey: string;
  place: string;
  plannedOn: string;
  why: string;
}

type Visit = Pick<InspectionView, 'key' | 'title' | 'place' | 'plannedOn' | 'why' | 'inspector'>;
type Planned = Pick<Form, 'place' | 'plannedOn' | 'why'> & { inspectorId: string };

/** Plans a visit to a unit: by which checklist, when, by whom. It comes onto the wheel, and the unit is asked beforehand. */
export function PlanDialog({ unit, onClose }: { unit: UnitRow; onClose: () => void }) {
  const checklists = useView('GET /api/inspection-checklists', {});
  const plan = useAct('POST /api/inspections');
  return (
    <VisitDialog
      title={t('inspectionPages.plan.title', { unit: unit.centre.title })}
      button={t('inspectionPages.plan.act')}
      done={t('inspectionPages.plan.done', { unit: unit.centre.title })}
      act={plan}
      send={(values, checklistKey) => plan.mutateAsync({ body: { ...values, checklistKey, centreId: unit.centre.id } })}
      onClose={onClose}
      about={t('inspectionPages.plan.reasons', { reasons: reasonsText(unit.reasons) })}
      checklists={checklists.data?.checklists ?? []}
    />
  );
}

/** Moves a visit that has not been held, or gives it to somebody else. */
export function MoveDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const move = useAct('PUT /api/inspections/:inspectionKey');
  return (
    <VisitDialog
      title={t('inspectionPages.move.title', { title: visit.title })}
      button={t('common.save')}
      done={t('inspectionPages.move.done')}
      act={move}
      send={(body) => move.mutateAsync({ params: { inspectionKey: visit.key }, body })}
      onClose={onClose}
      about={t('inspectionPages.move.text')}
      visit={visit}
    />
  );
}

interface Asked {
  title: string;
  button: string;
  done: string;
  about: string;
  act: { isPending: boolean; error: Error | null };
  send: (values: Planned, checklistKey: string) => Promise<unknown>;
  onClose: () => void;
  visit?: Visit;
  checklists?: readonly { key: string; title: string }[];
}

function VisitDialog({ title, button, done, about, act, send: put, onClose, visit, checklists }: Asked) {
  const [inspector, setInspector] = useState<PersonRef | undefined>(visit?.inspector);
  const [inspectorWrong, setInspectorWrong] = useState<string>();
  const { place = '', plannedOn = '', why = '' } = visit ?? {};
  const { control, handleSubmit, setError } = useForm<Form>({
    defaultValues: { checklistKey: '', place, plannedOn, why },
  });
  const noInspector = () => setInspectorWrong(inspector ? undefined : t('inspectionPages.plan.inspectorMissing'));
  const send = handleSubmit(async ({ checklistKey, ...values }) => {
    noInspector();
    if (!inspector) return;
    try {
      await put({ ...values, inspectorId: inspector.id }, checklistKey);
      notify(done);
      onClose();
    } catch (thrown) {
      for (const { path, message } of thrown instanceof ApiError ? thrown.fields : []) {
        if (path === 'inspectorId') setInspectorWrong(message);
        else if (path === 'checklistKey' || path === 'place' || path === 'plannedOn' || path === 'why')
          setError(path, { message });
      }
    }
  }, noInspector);
  const { error } = act;
  return (
    <FormDialog
      open
      title={title}
      onClose={onClose}
      onSubmit={send}
      button={button}
      busyText={t('inspectionPages.saving')}
      busy={act.isPending}
      error={error instanceof ApiError && error.fields.length > 0 ? null : error}
    >
      <p className="section-text">{about}</p>
      {checklists && (
        <FormSelect
          control={control}
          name="checklistKey"
          label={t('inspectionPages.plan.checklist')}
          none={t('inspectionPages.plan.choose')}
          options={checklists.map(({ key, title: name }) => ({ value: key, text: name }))}
        />
      )}
      <FormField control={control} name="plannedOn" type="date" label={t('common.word.day')} rules={written(10)} />
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
