import type { FindingView, InspectionView } from '../../api/inspections/contract.ts';
import { grades, longest, methods } from './vocabulary.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { written } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';

interface Form {
  itemKey: string;
  title: string;
  grade: string;
  criterion: string;
  seen: string;
  sample: string;
  method: string;
  cause: string;
}
type Begun = Pick<InspectionView, 'key' | 'items'>;

const begun = (finding: FindingView | undefined, itemKey: string, { items }: Begun): Form => {
  const item = items.find(({ key }) => key === itemKey);
  return {
    itemKey: finding?.itemKey ?? itemKey,
    title: finding?.title ?? '',
    grade: finding?.grade ?? '',
    criterion: finding?.criterion ?? item?.criterion ?? '',
    seen: finding?.seen ?? item?.seen ?? '',
    sample: finding?.sample ?? item?.sample ?? '',
    method: finding?.method ?? 'walk',
    cause: finding?.cause ?? '',
  };
};

const gradeIn = ({ grade }: Pick<Form, 'grade'>) => grades.find((known) => known === grade) ?? 'observation';
const methodIn = ({ method }: Pick<Form, 'method'>) => methods.find((known) => known === method) ?? 'walk';

/** Creates or changes a finding: its criterion, observation, method, and cause. */
export function FindingDialog(props: { visit: Begun; finding?: FindingView; itemKey?: string; onClose: () => void }) {
  const { visit, finding, itemKey = '', onClose } = props;
  const params = { findingKey: finding?.key ?? '' };
  const state = useForm({
    start: begun(finding, itemKey, visit),
    shared: {
      etag: finding?.etag ?? '',
      names: {
        itemKey: t('inspectionPages.findings.item'),
        title: t('inspectionPages.findings.name'),
        grade: t('inspectionPages.findings.grade'),
        criterion: t('inspectionPages.findings.criterion'),
        seen: t('inspectionPages.findings.seen'),
        sample: t('inspectionPages.findings.sample'),
        method: t('inspectionPages.findings.method'),
        cause: t('inspectionPages.findings.cause'),
      },
      said: (values, field) => {
        if (field === 'itemKey') return visit.items.find(({ key }) => key === values.itemKey)?.question;
        if (field === 'grade') return t(`inspections.grade.${gradeIn(values)}`);
        return field === 'method' ? t(`inspections.method.${methodIn(values)}`) : undefined;
      },
      latest: async (read) => {
        const now = await read('GET /api/inspection-findings/:findingKey', { params });
        return { values: begun(now, '', visit), etag: now.etag };
      },
    },
    send: ({ itemKey: item, grade, method, ...words }, api, { etag: expected }): Promise<unknown> => {
      const body = {
        ...words,
        ...(item === '' ? {} : { itemKey: item }),
        grade: gradeIn({ grade }),
        method: methodIn({ method }),
      };
      return finding
        ? api('PUT /api/inspection-findings/:findingKey', { params, body: { ...body, expected } })
        : api('POST /api/inspections/:inspectionKey/findings', { params: { inspectionKey: visit.key }, body });
    },
    saved: t('inspectionPages.findings.saved'),
    close: onClose,
  });
  const { control } = state;
  return (
    <FormDialog
      title={t(finding ? 'inspectionPages.findings.change' : 'inspectionPages.findings.add')}
      onClose={onClose}
      state={state}
      busyText={t('inspectionPages.saving')}
    >
      <FormField
        control={control}
        name="title"
        label={t('inspectionPages.findings.name')}
        rules={written(longest.title)}
      />
      <FormSelect
        control={control}
        name="grade"
        label={t('inspectionPages.findings.grade')}
        none={t('inspectionPages.plan.choose')}
        options={grades.map((value) => ({ value, text: t(`inspections.grade.${value}`) }))}
      />
      <FormField
        control={control}
        name="seen"
        label={t('inspectionPages.findings.seen')}
        hint={t('inspectionPages.findings.seenHint')}
        rules={written(longest.words)}
        rows={3}
      />
      <FormSelect
        control={control}
        name="itemKey"
        label={t('inspectionPages.findings.item')}
        none={t('inspectionPages.findings.noItem')}
        options={visit.items.map(({ key, question }) => ({ value: key, text: question }))}
        optional
      />
      <FormField control={control} name="criterion" label={t('inspectionPages.findings.criterion')} rows={2} />
      <FormField control={control} name="sample" label={t('inspectionPages.findings.sample')} />
      <FormSelect
        control={control}
        name="method"
        label={t('inspectionPages.findings.method')}
        options={methods.map((value) => ({ value, text: t(`inspections.method.${value}`) }))}
      />
      <FormField control={control} name="cause" label={t('inspectionPages.findings.cause')} rows={2} />
    </FormDialog>
  );
}
