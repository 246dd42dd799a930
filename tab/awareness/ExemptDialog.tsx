import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { PersonRef } from '../../api/http/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Person } from '../shared/ui/Person.tsx';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { useFieldFocus } from '../shared/forms/useFieldFocus.ts';
import { useExempt } from './useExempt.ts';
import styles from './Awareness.module.css';

type Form = ReturnType<typeof useExempt>;

/** Exempts a person from a course: who, which, why and until when; then what it means in words. */
export function ExemptDialog(props: {
  person?: PersonRef;
  course?: { key: string; title: string };
  open: boolean;
  onClose: () => void;
}) {
  const form = useExempt(props);
  const { fields, focusField } = useFieldFocus();
  const press = () => {
    const [first] = Object.keys(form.exempt());
    if (first) focusField(first);
  };
  return (
    <ActDialog
      open={props.open}
      title={t('awareness.exempt.title')}
      onClose={props.onClose}
      act={{ text: t('awareness.exempt.save'), busyText: t('common.word.saving'), busy: form.busy, press }}
    >
      <div className={styles.learningForm} ref={fields}>
        {props.person ? (
          <Person person={props.person} />
        ) : (
          <div data-field="personId">
            <PersonPicker
              label={t('awareness.exempt.who')}
              person={form.wanted.person}
              error={form.errors.personId}
              onChoose={(person) => form.change({ person })}
            />
          </div>
        )}
        {!props.course && <CourseChoice form={form} />}
        <Facts form={form} />
        <Meaning form={form} />
        <ActFailed error={form.error} />
      </div>
    </ActDialog>
  );
}

const messageOf = (text: string | undefined) => (text ? { validationMessage: text } : {});

const CourseChoice = ({ form }: { form: Form }) => (
  <Field data-field="courseKey" label={t('awareness.exempt.course')} required {...messageOf(form.errors.courseKey)}>
    <Select value={form.wanted.courseKey} onChange={(_, data) => form.change({ courseKey: data.value })}>
      <option value="">{t('awareness.exempt.chooseCourse')}</option>
      {form.courses.map((course) => (
        <option key={course.key} value={course.key}>
          {course.title}
        </option>
      ))}
    </Select>
  </Field>
);

const Facts = ({ form: { wanted, errors, change } }: { form: Form }) => (
  <>
    <Field
      data-field="reason"
      label={t('common.word.reason')}
      hint={t('awareness.exempt.reasonHint')}
      required
      {...messageOf(errors.reason)}
    >
      <Textarea
        rows={2}
        resize="vertical"
        maxLength={500}
        value={wanted.reason}
        onChange={(_, data) => change({ reason: data.value })}
      />
    </Field>
    <div className={styles.learningPair}>
      <Field data-field="from" label={t('common.word.from')} required {...messageOf(errors.from)}>
        <Input type="date" value={wanted.from} onChange={(_, data) => change({ from: data.value })} />
      </Field>
      <Field
        data-field="until"
        label={`${t('awareness.exempt.until')} (${t('common.form.optional')})`}
        hint={t('awareness.exempt.untilHint')}
        {...messageOf(errors.until)}
      >
        <Input type="date" value={wanted.until} onChange={(_, data) => change({ until: data.value })} />
      </Field>
    </div>
  </>
);

function Meaning({ form: { wanted } }: { form: Form }) {
  const { person, from, until } = wanted;
  if (!person || !from) return null;
  const values = { name: person.name, from: asDate(from) };
  return (
    <Consequence
      first={
        until
          ? t('awareness.exempt.consequenceUntil', { ...values, until: asDate(until) })
          : t('awareness.exempt.consequence', values)
      }
    />
  );
}
