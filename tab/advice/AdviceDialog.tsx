import type { AdviceView } from '../../api/advice/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';
import { atLeast } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormPerson } from '../shared/forms/FormPerson.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';

const [shortest, longest] = [3, 4_000];

interface Values {
  askedById: PersonRef | null;
  answer: string;
}
const startOf = (advice: AdviceView | undefined): Values => ({
  askedById: advice?.askedBy ?? null,
  answer: advice?.answer ?? '',
});

/** Question and answer of an advice entry. Input outlives a closed dialog. */
export function AdviceDialog({ advice, onClose }: { advice?: AdviceView; onClose: () => void }) {
  const params = { adviceKey: advice?.key ?? '' };
  const state = useForm({
    start: startOf(advice),
    draft: `advice.${advice?.key ?? 'new'}`,
    shared: {
      etag: advice?.etag ?? '',
      names: { askedById: t('advice.who'), answer: t('advice.answer') },
      latest: async (read) => {
        const now = await read('GET /api/advice/:adviceKey', { params });
        return { values: startOf(now), etag: now.etag };
      },
    },
    send: ({ askedById: asker, answer }, api, { etag: expected }) => {
      if (!asker) return undefined;
      const body = { askedById: asker.id, answer: answer.trim() };
      return advice
        ? api('PUT /api/advice/:adviceKey', { params, body: { ...body, expected } })
        : api('POST /api/advice', { body });
    },
    saved: t('advice.saved'),
    close: onClose,
  });
  return (
    <FormDialog
      title={advice ? t('advice.changeOf', { name: advice.askedBy.name }) : t('advice.add')}
      onClose={onClose}
      state={state}
      busyText={t('advice.saving')}
    >
      <FormPerson control={state.control} name="askedById" label={t('advice.who')} missing={t('advice.whoMissing')} />
      <FormField
        control={state.control}
        name="answer"
        label={t('advice.answer')}
        hint={t('advice.answerHint')}
        rows={5}
        rules={atLeast(shortest, longest, t('common.form.required'))}
      />
    </FormDialog>
  );
}
