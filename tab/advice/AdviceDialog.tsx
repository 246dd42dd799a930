import { Field, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { AdviceView } from '../../api/advice/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { useDraft } from '../shared/forms/useDraft.ts';
import { notify } from '../shared/ui/notify.ts';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { useFieldFocus } from '../shared/forms/useFieldFocus.ts';

const [shortest, longest] = [3, 4_000];

/** Question and answer of an advice entry. Input outlives a closed dialog. */
export function AdviceDialog({ advice, onClose }: { advice?: AdviceView; onClose: () => void }) {
  const { found, keep, forget } = useDraft<string>(`advice.${advice?.key ?? 'new'}`);
  const [asker, setAsker] = useState<PersonRef | undefined>(advice?.askedBy);
  const [answer, setAnswer] = useState(found ?? advice?.answer ?? '');
  const [tried, setTried] = useState(false);
  const { fields, focusField } = useFieldFocus();
  const add = useAct('POST /api/advice');
  const change = useAct('PUT /api/advice/:adviceKey');
  const isShort = answer.trim().length < shortest;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!asker || isShort) return focusField(asker ? 'answer' : 'asker');
    const body = { askedById: asker.id, answer: answer.trim() };
    const saved = await (
      advice ? change.mutateAsync({ params: { adviceKey: advice.key }, body }) : add.mutateAsync({ body })
    ).catch(() => undefined);
    if (!saved) return;
    forget();
    notify(t('advice.saved'));
    onClose();
  };
  return (
    <FormDialog
      open
      title={advice ? t('advice.changeOf', { name: advice.askedBy.name }) : t('advice.add')}
      onClose={onClose}
      onSubmit={submit}
      button={t('common.save')}
      busyText={t('advice.saving')}
      busy={add.isPending || change.isPending}
      error={add.error ?? change.error}
    >
      <div ref={fields}>
        <div data-field="asker">
          <PersonPicker
            label={t('advice.who')}
            person={asker}
            error={tried && !asker ? t('advice.whoMissing') : undefined}
            onChoose={setAsker}
          />
        </div>
        <Field
          data-field="answer"
          label={t('advice.answer')}
          hint={t('advice.answerHint')}
          required
          {...(tried && isShort ? { validationMessage: t('common.form.required') } : {})}
        >
          <Textarea
            rows={5}
            resize="vertical"
            maxLength={longest}
            value={answer}
            onChange={(_, data) => {
              setAnswer(data.value);
              keep(data.value);
            }}
          />
        </Field>
      </div>
    </FormDialog>
  );
}
