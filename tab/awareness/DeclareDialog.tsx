import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { notAhead } from './not-ahead.ts';
import type { Course } from './views.ts';

/** "Jeg har taget det": the day, and that it is self-declared. */
export function DeclareDialog(props: { course: Course; open: boolean; onClose: () => void }) {
  const { course, onClose } = props;
  const today = useMe().data?.today ?? '';
  const { title } = course.course;
  const state = useForm({
    start: { takenOn: today },
    follows: true,
    checksAtOnce: true,
    send: (body, api) =>
      api('POST /api/learning/rounds/:roundKey/declare', { params: { roundKey: course.roundKey }, body }),
    saved: ({ result }) => t(result === 'recorded' ? 'awareness.declare.done' : 'awareness.declare.already', { title }),
    close: onClose,
  });
  return (
    <FormDialog
      open={props.open}
      title={t('awareness.declare.title', { title })}
      onClose={onClose}
      state={state}
      button={t('awareness.declare.button')}
    >
      <p>{t('awareness.declare.text')}</p>
      <FormField
        control={state.control}
        name="takenOn"
        label={t('awareness.declare.day')}
        type="date"
        max={today}
        rules={notAhead(today)}
      />
    </FormDialog>
  );
}
