import type { ChecklistView } from '../../api/inspections/contract.ts';
import { longest, topics } from './vocabulary.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { written } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';

interface Values {
  title: string;
  topic: string;
  how: string;
  /** A line per item: the question, and after a vertical bar its criterion. */
  lines: string;
}
const startOf = (from: ChecklistView | undefined, own: ChecklistView | undefined): Values => ({
  title: own?.title ?? (from ? t('inspectionPages.checklists.ours', { title: from.title }) : ''),
  topic: from?.topic ?? 'other',
  how: from?.how ?? '',
  lines: (from?.items ?? []).map(({ question, criterion }) => `${question} | ${criterion}`).join('\n'),
});

/** Creates an own checklist, a new version of one, or one based on a built-in one. */
export function ChecklistDialog({ from, onClose }: { from?: ChecklistView; onClose: () => void }) {
  const own = from !== undefined && !from.shipped ? from : undefined;
  const state = useForm({
    start: startOf(from, own),
    shared: {
      etag: own?.etag ?? '',
      names: {
        title: t('common.word.name'),
        topic: t('inspectionPages.topic'),
        how: t('inspectionPages.visit.how'),
        lines: t('inspectionPages.checklists.items'),
      },
      said: ({ topic }, field) =>
        field === 'topic' ? t(`inspections.topic.${topics.find((one) => one === topic) ?? 'other'}`) : undefined,
      latest: async (read) => {
        const { checklists } = await read('GET /api/inspection-checklists', {});
        const now = checklists.find(({ key }) => key === own?.key);
        return now && { values: startOf(now, now), etag: now.etag };
      },
    },
    send: ({ lines, topic, ...words }, api, { etag: expected }) => {
      const body = {
        ...words,
        topic: topics.find((one) => one === topic) ?? 'other',
        items: itemsIn(lines, from),
      };
      return own
        ? api('PUT /api/inspection-checklists/:checklistKey', {
            params: { checklistKey: own.key },
            body: { ...body, expected },
          })
        : api('POST /api/inspection-checklists', { body });
    },
    refused: { items: 'lines' },
    saved: ({ version }) => t('inspectionPages.checklists.saved', { version }),
    close: onClose,
  });
  const { control } = state;
  return (
    <FormDialog
      title={t(own ? 'inspectionPages.checklists.change' : 'inspectionPages.checklists.make')}
      onClose={onClose}
      state={state}
      busyText={t('inspectionPages.saving')}
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

/** An item with an unchanged question retains its key and its requirements. */
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
