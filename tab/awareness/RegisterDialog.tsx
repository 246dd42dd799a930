import { useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import type { RoundView } from '../../api/awareness/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import { Person } from '../shared/ui/Person.tsx';
import { useFieldFocus } from '../shared/forms/useFieldFocus.ts';
import { LearnerPicker } from './LearnerPicker.tsx';
import styles from './Awareness.module.css';

/** The manager or ISK says that somebody took the course: who (those without Teams first), which day, and a note. */
export function RegisterDialog(props: {
  round: Pick<RoundView, 'key' | 'course'>;
  person?: PersonRef;
  open: boolean;
  onClose: () => void;
}) {
  const { round, onClose } = props;
  const today = useMe().data?.today ?? '';
  const [chosen, setChosen] = useState<PersonRef>();
  const [day, setDay] = useState<string>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { fields, focusField } = useFieldFocus();
  const act = useAct('POST /api/learning/completions');
  const person = props.person ?? chosen;
  const completedOn = day ?? today;
  const refused =
    act.error instanceof ApiError ? act.error.fields.find(({ path }) => path === 'completedOn') : undefined;
  const dayWrong = completedOn === '' || completedOn > today ? t('awareness.declare.ahead') : refused?.message;
  const register = () => {
    setTried(true);
    if (!person || completedOn === '' || completedOn > today) {
      focusField(person ? 'completedOn' : 'personId');
      return;
    }
    act.mutate(
      { body: { personId: person.id, courseKey: round.course.key, completedOn, note } },
      {
        onSuccess: ({ result }) => {
          const values = { name: person.name, course: round.course.title };
          notify(t(result === 'recorded' ? 'awareness.register.course' : 'awareness.register.already', values));
          setChosen(undefined);
          setNote('');
          setTried(false);
          onClose();
        },
      },
    );
  };
  return (
    <ActDialog
      open={props.open}
      title={t('awareness.register.title')}
      onClose={onClose}
      act={{
        text: t('awareness.register.save'),
        busyText: t('awareness.register.working'),
        busy: act.isPending,
        press: register,
      }}
    >
      <div className={styles.learningForm} ref={fields}>
        {props.person ? (
          <Person person={props.person} />
        ) : (
          <div data-field="personId">
            <LearnerPicker
              roundKey={round.key}
              open={props.open}
              person={chosen}
              error={tried && !chosen ? t('common.form.required') : undefined}
              onChoose={setChosen}
            />
          </div>
        )}
        <Field
          data-field="completedOn"
          label={t('awareness.register.day')}
          required
          {...(dayWrong ? { validationMessage: dayWrong } : {})}
        >
          <Input type="date" max={today} value={completedOn} onChange={(_, data) => setDay(data.value)} />
        </Field>
        <Field
          label={`${t('awareness.register.note')} (${t('common.form.optional')})`}
          hint={t('awareness.register.noteHint')}
        >
          <Input value={note} maxLength={300} onChange={(_, data) => setNote(data.value)} />
        </Field>
        {person && (
          <p>
            {t('awareness.register.course', { name: person.name, course: round.course.title })}{' '}
            {t('awareness.register.text')}
          </p>
        )}
        {!refused && <ActFailed error={act.error} />}
      </div>
    </ActDialog>
  );
}
