import { useForm } from 'react-hook-form';
import type { ChecklistView } from '../../api/inspections/contract.ts';
import { longest, topics } from './vocabulary.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { written } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { notify } from '../shared/ui/notify.ts';

interface Form {
  title: string;
  topic: string;
  how: string;
  /** A line an item: the question, and after a vertical bar what it is held against. */
  lines: string;
}

/** Writes an own checklist, the next version of one, or a new one built on one that comes with the product. */
export function ChecklistDialog({ from, onClose }: { from?: ChecklistView; onClose: () => void }) {
  const own = from !== undefined && !from.shipped ? from : undefined;
  const { control, handleSubmit } = useForm<Form>({
    defaultValues: {
      title: own?.title ?? (from ? t('inspectionPages.checklists.ours', { title: from.title }) : ''),
      topic: from?.topic ?? 'other',
      how: from?.how ?? '',
      lines: (from?.items ?? []).map(({ question, criterion }) => `${question} | ${criterion}`).join('\n'),
    },
  });
  const make = useAct('POST /api/inspection-checklists');
  const change = useAct('PUT /api/inspection-checklists/:checklistKey');
  const send = handleSubmit(async ({ lines, topic, ...words }) => {
    const body = {
      ...words,
      topic: topics.find((one) => one === topic) ?? 'other',
      items: itemsIn(lines, from),
    };
    const saved = await (
      own ? change.mutateAsync({ params: { checklistKey: own.key }, body }) : make.mutateAsync({ body })
    ).catch(() => undefined);
    if (!saved) return;
    notify(t('inspectionPages.checklists.saved', { version: saved.version }));
    onClose();
  });
  return (
    <FormDialog
      open
      title={t(own ? 'inspectionPages.checklists.change' : 'inspectionPages.checklists.make')}
      onClose={onClose}
      onSubmit={send}
      button={t('common.save')}
      busyText={t('inspectionPages.saving')}
      busy={make.isPending || change.isPending}
      error={make.error ?? change.error}
    >
      {own && <p className="section-text">{t('inspectionPages.checklists.next')}</p>}
      <FormField control={control} name="title" label={t('common.word.name')} rules={written(longest.title)} />
      <FormSelect
        control={control}
        name="topic"
        label={t('inspectionPages.topic')}
        options={topics.map((value) => ({ value, text: t(`inspections.topic.${value}`) }))}
      />
      <FormField control={control} name="how" label={t('inspectionPages.visit.how')} rows={2} />
      <FormField
        control={control}
        name="lines"
        label={t('inspectionPages.checklists.items')}
        hint={t('inspectionPages.checklists.itemsHint')}
        rules={{
          validate: (value) => {
            const count = itemsIn(value, undefined).length;
            if (count === 0) return t('common.form.required');
            return count <= longest.items || t('inspectionPages.checklists.tooMany', { most: longest.items });
          },
        }}
        rows={8}
      />
    </FormDialog>
  );
}

/** An item whose question stands as it did keeps its key and the requirements behind it. */
function itemsIn(lines: string, from: ChecklistView | undefined) {
  return lines
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([question = '']) => question !== '')
    .map(([question = '', criterion = '']) => {
      const known = from?.items.find((item) => item.question === question);
      return { question, criterion, ...(known ? { key: known.key, requirementKeys: known.requirementKeys } : {}) };
    });
}
