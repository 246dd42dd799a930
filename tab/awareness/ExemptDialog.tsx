import { useWatch, type Control } from 'react-hook-form';
import type { PersonRef } from '../../api/http/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { atLeast, required } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormPerson } from '../shared/forms/FormPerson.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { Person } from '../shared/ui/Person.tsx';
import styles from './Awareness.module.css';

const [shortestReason, longestReason] = [5, 500];

interface Wanted {
  personId: PersonRef | null;
  courseKey: string;
  reason: string;
  from: string;
  until: string;
}

/** Exempts a person from a course: who, which, why, until when; then the effect in words. */
export function ExemptDialog(props: {
  person?: PersonRef;
  course?: { key: string; title: string };
  open: boolean;
  onClose: () => void;
}) {
  const today = useMe().data?.today ?? '';
  const courses = useView('GET /api/learning/courses', {}, { enabled: props.open && props.course === undefined });
  const known = courses.data?.courses ?? [];
  // A single course is preselected.
  const only = known.length === 1 ? (known[0]?.key ?? '') : '';
  const start: Wanted = {
    personId: props.person ?? null,
    courseKey: props.course?.key ?? only,
    reason: '',
    from: today,
    until: '',
  };
  const state = useForm({
    start,
    follows: true,
    send: ({ personId, until, ...wanted }, api) =>
      personId
        ? api('POST /api/learning/exemptions', {
            body: { ...wanted, personId: personId.id, ...(until ? { until } : {}) },
          })
        : undefined,
    saved: (_, { personId }) => t('awareness.exempt.done', { name: personId?.name ?? '' }),
    close: props.onClose,
  });
  const { control } = state;
  return (
    <FormDialog
      open={props.open}
      title={t('awareness.exempt.title')}
      onClose={props.onClose}
      state={state}
      button={t('awareness.list.exempt')}
    >
      {props.person ? (
        <Person person={props.person} />
      ) : (
        <FormPerson control={control} name="personId" label={t('awareness.exempt.who')} />
      )}
      {!props.course && (
        <FormSelect
          control={control}
          name="courseKey"
          label={t('awareness.exempt.course')}
          none={t('awareness.exempt.chooseCourse')}
          options={known.map(({ key, title }) => ({ value: key, text: title }))}
        />
      )}
      <FormField
        control={control}
        name="reason"
        label={t('common.word.reason')}
        hint={t('awareness.exempt.reasonHint')}
        rows={2}
        rules={atLeast(shortestReason, longestReason, t('awareness.exempt.reasonShort'))}
      />
      <div className={styles.learningPair}>
        <FormField control={control} name="from" label={t('common.word.from')} type="date" rules={required()} />
        <FormField
          control={control}
          name="until"
          label={`${t('awareness.exempt.until')} (${t('common.form.optional')})`}
          hint={t('awareness.exempt.untilHint')}
          type="date"
          optional
          rules={{
            validate: (_, { from, until }) => until === '' || until >= from || t('awareness.exempt.order'),
          }}
        />
      </div>
      <Meaning control={control} />
    </FormDialog>
  );
}

function Meaning({ control }: { control: Control<Wanted> }) {
  const [person, from, until] = useWatch({ control, name: ['personId', 'from', 'until'] });
  if (!person || !from) return null;
  const words = { name: person.name, from: asDate(from) };
  return (
    <Consequence
      first={
        until
          ? t('awareness.exempt.consequenceUntil', { ...words, until: asDate(until) })
          : t('awareness.exempt.consequence', words)
      }
    />
  );
}
