import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import type { Course } from './views.ts';
import styles from './Awareness.module.css';

/** "Jeg har taget det": the day, and that it is one's own word for it. */
export function DeclareDialog(props: { course: Course; open: boolean; onClose: () => void }) {
  const { course, onClose } = props;
  const today = useMe().data?.today ?? '';
  const [chosen, setChosen] = useState<string>();
  const takenOn = chosen ?? today;
  const act = useAct('POST /api/learning/rounds/:roundKey/declare');
  const refused = act.error instanceof ApiError ? act.error.fields.find(({ path }) => path === 'takenOn') : undefined;
  const wrong = takenOn === '' || takenOn > today ? t('awareness.declare.ahead') : refused?.message;
  const { title } = course.course;
  const declare = () => {
    if (takenOn === '' || takenOn > today) return;
    act.mutate(
      { params: { roundKey: course.roundKey }, body: { takenOn } },
      {
        onSuccess: ({ result }) => {
          notify(t(result === 'recorded' ? 'awareness.declare.done' : 'awareness.declare.already', { title }));
          onClose();
        },
      },
    );
  };
  return (
    <ActDialog
      open={props.open}
      title={t('awareness.declare.title', { title })}
      onClose={onClose}
      act={{
        text: t('awareness.declare.button'),
        busyText: t('common.word.saving'),
        busy: act.isPending,
        press: declare,
      }}
    >
      <div className={styles.learningForm}>
        <p>{t('awareness.declare.text')}</p>
        <Field label={t('awareness.declare.day')} required {...(wrong ? { validationMessage: wrong } : {})}>
          <Input type="date" max={today} value={takenOn} onChange={(_, data) => setChosen(data.value)} />
        </Field>
        {!refused && <ActFailed error={act.error} />}
      </div>
    </ActDialog>
  );
}
