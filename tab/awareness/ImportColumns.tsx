import { Field, Input, Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { t } from '../shared/texts/texts.ts';
import { SheetSample } from '../shared/ui/SheetSample.tsx';
import { useFieldFocus } from '../shared/forms/useFieldFocus.ts';
import { missingIn, type Import, type MappedField } from './useImport.ts';
import styles from './Awareness.module.css';
import { CheckSheet } from '../shared/ui/CheckSheet.tsx';

type Columns = NonNullable<Import['columns']>;

/** Step 2: the course, and the mapping of columns, with the first rows of the file. */
export function ImportColumns({ form, columns }: { form: Import; columns: Columns }) {
  const [tried, setTried] = useState(false);
  const { fields, focusField } = useFieldFocus();
  const missing = missingIn(form.mapped);
  const errors = tried ? missing : {};
  const check = () => {
    setTried(true);
    const [first] = Object.keys(missing);
    if (!first) return form.check();
    return focusField(first);
  };
  return (
    <>
      <p>{t('files.sheet.guessed')}</p>
      <div className={styles.learningForm} ref={fields}>
        <CourseField form={form} error={errors.courseKey} />
        <div className={styles.learningPair}>
          <ColumnField
            form={form}
            columns={columns}
            field="person"
            label={t('common.word.who')}
            hint={t('awareness.import.columns.personHint')}
            error={errors.person}
          />
          <ColumnField
            form={form}
            columns={columns}
            field="completedOn"
            label={t('awareness.import.columns.completedOn')}
            error={errors.completedOn}
          />
        </div>
        <div className={styles.learningPair}>
          <ColumnField
            form={form}
            columns={columns}
            field="stateColumn"
            label={t('common.word.status')}
            hint={t('awareness.import.columns.stateHint')}
            none={t('awareness.import.columns.noState')}
          />
          {form.mapped.stateColumn && <CompletedField form={form} columns={columns} error={errors.completed} />}
        </div>
        <div className={styles.learningPair}>
          <ColumnField
            form={form}
            columns={columns}
            field="courseColumn"
            label={t('awareness.import.columns.courseColumn')}
            hint={t('awareness.import.columns.courseColumnHint')}
            none={t('awareness.import.columns.noCourseColumn')}
          />
          {form.mapped.courseColumn && <CourseValueField form={form} columns={columns} error={errors.courseValue} />}
        </div>
      </div>
      <SheetSample headings={columns.headings} rows={columns.sample} meaning={meaningOf(form.mapped)} />
      <CheckSheet form={form} onCheck={check} />
    </>
  );
}

const messageOf = (text: string | undefined) => (text ? { validationMessage: text } : {});

function CourseField({ form, error }: { form: Import; error: string | undefined }) {
  const courses = form.courses.data?.courses;
  if (courses?.length === 0)
    return (
      <p>
        <Link href="/learning/courses/new">{t('awareness.import.columns.noCourses')}</Link>
      </p>
    );
  return (
    <Field data-field="courseKey" label={t('awareness.import.columns.course')} required {...messageOf(error)}>
      <Select value={form.mapped.courseKey} onChange={(_, data) => form.map({ courseKey: data.value })}>
        <option value="">{t('awareness.exempt.chooseCourse')}</option>
        {courses?.map((course) => (
          <option key={course.key} value={course.key}>
            {course.title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function ColumnField(props: {
  form: Import;
  columns: Columns;
  field: Extract<MappedField, 'person' | 'completedOn' | 'stateColumn' | 'courseColumn'>;
  label: string;
  hint?: string;
  /** Meaning of no column; absent: one is required. */
  none?: string;
  error?: string | undefined;
}) {
  const { form, field } = props;
  return (
    <Field
      data-field={field}
      label={props.label}
      required={props.none === undefined}
      {...(props.hint ? { hint: props.hint } : {})}
      {...messageOf(props.error)}
    >
      <Select value={form.mapped[field]} onChange={(_, data) => form.map({ [field]: data.value })}>
        <option value="">{props.none ?? t('files.sheet.chooseColumn')}</option>
        {props.columns.headings.map((heading) => (
          <option key={heading} value={heading}>
            {heading}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The file's name for the course; its values are suggested. */
function CourseValueField({ form, columns, error }: { form: Import; columns: Columns; error: string | undefined }) {
  const { courseColumn, courseValue } = form.mapped;
  const at = columns.headings.indexOf(courseColumn);
  const sampled = [...new Set(columns.sample.map((row) => row[at] ?? ''))].filter(Boolean);
  const values = columns.courses?.column === courseColumn ? columns.courses.values : sampled;
  return (
    <Field data-field="courseValue" label={t('awareness.import.columns.courseValue')} required {...messageOf(error)}>
      <Select value={courseValue} onChange={(_, data) => form.map({ courseValue: data.value })}>
        <option value="">{t('awareness.exempt.chooseCourse')}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The words for completed, with those in the first rows as suggestions. */
function CompletedField({ form, columns, error }: { form: Import; columns: Columns; error: string | undefined }) {
  const listId = useId();
  const at = columns.headings.indexOf(form.mapped.stateColumn);
  const seen = [...new Set(columns.sample.map((row) => row[at] ?? ''))].filter(Boolean);
  return (
    <Field
      data-field="completed"
      label={t('awareness.import.columns.completed')}
      hint={t('awareness.import.columns.completedHint')}
      required
      {...messageOf(error)}
    >
      <Input
        list={listId}
        value={form.mapped.completed}
        onChange={(_, data) => form.map({ completed: data.value })}
        contentAfter={
          <datalist id={listId}>
            {seen.map((text) => (
              <option key={text} value={text} />
            ))}
          </datalist>
        }
      />
    </Field>
  );
}

function meaningOf({ person, completedOn, stateColumn, courseColumn }: Import['mapped']): ReadonlyMap<string, string> {
  return new Map([
    [courseColumn, t('awareness.import.columns.courseColumn')],
    [stateColumn, t('common.word.status')],
    [completedOn, t('awareness.import.columns.completedOn')],
    [person, t('common.word.who')],
  ]);
}
