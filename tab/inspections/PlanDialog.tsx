import type { Control } from 'react-hook-form';
import type { PersonRef } from '../../api/http/contract.ts';
import type { InspectionView, UnitRow } from '../../api/inspections/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { written } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormPerson } from '../shared/forms/FormPerson.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { reasonsText } from './words.ts';

type Visit = Pick<InspectionView, 'key' | 'etag' | 'title' | 'place' | 'plannedOn' | 'why' | 'inspector'>;
interface Values {
  checklistKey: string;
  place: string;
  plannedOn: string;
  why: string;
  inspectorId: PersonRef | null;
}

const startOf = (visit?: Visit): Values => ({
  checklistKey: '',
  place: visit?.place ?? '',
  plannedOn: visit?.plannedOn ?? '',
  why: visit?.why ?? '',
  inspectorId: visit?.inspector ?? null,
});

/** Plans a visit to a unit: checklist, date, inspector. It is added to the wheel, and the unit is asked beforehand. */
export function PlanDialog({ unit, onClose }: { unit: UnitRow; onClose: () => void }) {
  const checklists = useView('GET /api/inspection-checklists', {});
  const state = useForm({
    start: startOf(),
    send: ({ inspectorId, ...values }, api) =>
      inspectorId
        ? api('POST /api/inspections', { body: { ...values, inspectorId: inspectorId.id, centreId: unit.centre.id } })
        : undefined,
    saved: t('inspectionPages.plan.done', { unit: unit.centre.title }),
    close: onClose,
  });
  return (
    <FormDialog
      title={t('inspectionPages.plan.actOf', { unit: unit.centre.title })}
      button={t('inspectionPages.plan.act')}
      busyText={t('inspectionPages.saving')}
      state={state}
      onClose={onClose}
    >
      <p className="section-text">{t('inspectionPages.plan.reasons', { reasons: reasonsText(unit.reasons) })}</p>
      <FormSelect
        control={state.control}
        name="checklistKey"
        label={t('inspectionPages.plan.checklist')}
        none={t('inspectionPages.plan.choose')}
        options={(checklists.data?.checklists ?? []).map(({ key, title }) => ({ value: key, text: title }))}
      />
      <VisitFields control={state.control} />
    </FormDialog>
  );
}

/** Moves a visit not yet held, or gives it to another. */
export function MoveDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const params = { inspectionKey: visit.key };
  const state = useForm({
    start: startOf(visit),
    shared: {
      etag: visit.etag,
      names: {
        checklistKey: t('inspectionPages.plan.checklist'),
        place: t('inspectionPages.plan.place'),
        plannedOn: t('common.word.day'),
        why: t('inspectionPages.plan.why'),
        inspectorId: t('inspectionPages.plan.inspector'),
      },
      latest: async (read) => {
        const now = await read('GET /api/inspections/:inspectionKey', { params });
        return { values: startOf(now), etag: now.etag };
      },
    },
    send: ({ inspectorId, place, plannedOn, why }, api, { etag: expected }) =>
      inspectorId
        ? api('PUT /api/inspections/:inspectionKey', {
            params,
            body: { place, plannedOn, why, inspectorId: inspectorId.id, expected },
          })
        : undefined,
    saved: t('inspectionPages.move.done'),
    close: onClose,
  });
  return (
    <FormDialog
      title={t('inspectionPages.move.title', { title: visit.title })}
      busyText={t('inspectionPages.saving')}
      state={state}
      onClose={onClose}
    >
      <p className="section-text">{t('inspectionPages.move.text')}</p>
      <VisitFields control={state.control} />
    </FormDialog>
  );
}

const VisitFields = ({ control }: { control: Control<Values> }) => (
  <>
    <FormField control={control} name="plannedOn" type="date" label={t('common.word.day')} rules={written(10)} />
    <FormPerson
      control={control}
      name="inspectorId"
      label={t('inspectionPages.plan.inspector')}
      missing={t('inspectionPages.plan.inspectorMissing')}
    />
    <FormField control={control} name="place" label={t('inspectionPages.plan.place')} />
    <FormField control={control} name="why" label={t('inspectionPages.plan.why')} rows={2} />
  </>
);
