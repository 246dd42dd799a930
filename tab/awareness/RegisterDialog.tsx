import { useController } from 'react-hook-form';
import type { RoundView } from '../../api/awareness/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';
import { atMost } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { focusable } from '../shared/forms/FormPerson.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Person } from '../shared/ui/Person.tsx';
import { LearnerPicker } from './LearnerPicker.tsx';
import { notAhead } from './not-ahead.ts';

/** The manager or ISK registers a completion: who (those without Teams first), day, and note. */
export function RegisterDialog(props: {
  round: Pick<RoundView, 'key' | 'course'>;
  person?: PersonRef;
  open: boolean;
  onClose: () => void;
}) {
  const { round, onClose } = props;
  const { title: course, key: courseKey } = round.course;
  const today = useMe().data?.today ?? '';
  const start: { personId: PersonRef | null; completedOn: string; note: string } = {
    personId: props.person ?? null,
    completedOn: today,
    note: '',
  };
  const state = useForm({
    start,
    follows: true,
    checksAtOnce: true,
    send: ({ personId, ...taken }, api) =>
      personId
        ? api('POST /api/learning/completions', { body: { ...taken, personId: personId.id, courseKey } })
        : undefined,
    saved: ({ result }, { personId }) =>
      t(result === 'recorded' ? 'awareness.register.course' : 'awareness.register.already', {
        name: personId?.name ?? '',
        course,
      }),
    close: onClose,
  });
  const { control } = state;
  const { field, fieldState } = useController({
    control,
    name: 'personId',
    rules: { validate: (person: unknown) => person !== null || t('common.form.required') },
  });
  const person = field.value;
  return (
    <FormDialog
      open={props.open}
      title={t('awareness.register.title')}
      onClose={onClose}
      state={state}
      button={t('awareness.list.register')}
      busyText={t('awareness.register.working')}
    >
      {props.person ? (
        <Person person={props.person} />
      ) : (
        <div ref={(element) => field.ref(element && focusable(element))}>
          <LearnerPicker
            roundKey={round.key}
            open={props.open}
            person={person ?? undefined}
            error={fieldState.error?.message}
            onChoose={(chosen) => field.onChange(chosen ?? null)}
          />
        </div>
      )}
      <FormField
        control={control}
        name="completedOn"
        label={t('awareness.register.day')}
        type="date"
        max={today}
        rules={notAhead(today)}
      />
      <FormField
        control={control}
        name="note"
        label={`${t('awareness.register.note')} (${t('common.form.optional')})`}
        hint={t('awareness.register.noteHint')}
        rules={atMost(300)}
        optional
      />
      {person && (
        <p>
          {t('awareness.register.course', { name: person.name, course })} {t('awareness.register.text')}
        </p>
      )}
    </FormDialog>
  );
}
