import { Button, Field, Input } from '@fluentui/react-components';
import { useController, useWatch } from 'react-hook-form';
import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { t } from '../../shared/texts/texts.ts';
import { FieldWrong } from '../../shared/forms/FieldWrong.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { Form } from '../../shared/forms/Form.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { useLeavePage } from '../../shared/navigation/leave-page.ts';
import { downtimePath } from '../shared/contingency-paths.ts';
import { DowntimeRecord } from './DowntimeRecord.tsx';
import { ImprovementRows } from './ImprovementRows.tsx';
import { endFromField } from './moments.ts';
import { useClock } from './useClock.ts';
import { useStepFocus } from './useStepFocus.ts';
import { hoursOf, useCloseForm, type CloseForm } from './useCloseForm.ts';
import { asLength, minutesOf } from './words.ts';
import { Check } from '../../shared/ui/Check.tsx';
import styles from './Downtime.module.css';
import consequenceStyles from '../../shared/ui/Consequence.module.css';

type Fields = ReturnType<typeof useCloseForm>['form'];
const longest = 4_000;
const longestCause = 1_000;
const written = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The field has no seconds. */
const minuteLength = 60_000;

/**
 * The last step: end, cause, and improvements. Where another was first, what is written here stays, and may be added to
 * the record.
 */
export function CloseDowntime({ downtime, receivedAt }: { downtime: DowntimeView; receivedAt: number }) {
  useStepFocus();
  const leavePage = useLeavePage();
  const path = downtimePath(downtime.key);
  const state = useCloseForm(downtime, () => leavePage(path));
  const { form, busy, draft } = state;
  // Read at every render: the form library keeps count of what is read.
  const { isDirty } = form.formState;
  const now = useClock(downtime.now, receivedAt);
  // The own save ends it, too.
  const isOver = downtime.state !== 'running' && !busy;
  if (isOver && !isDirty && !draft.restored) return <DowntimeRecord downtime={downtime} />;
  return (
    <Page
      title={t('downtime.close.title', { title: downtime.title })}
      lead={isOver ? undefined : t('downtime.close.lead')}
      back={{ to: path, page: t('downtime.close.backTo') }}
    >
      {isOver && <Over downtime={downtime} onDrop={draft.discard} />}
      <Form
        state={isOver ? { ...state, error: unlessOver(state.error) } : state}
        className={`${styles.downtimeForm} ${styles.downtimeParts}`}
        button={t(isOver ? 'downtime.close.add' : 'downtime.close.go')}
      >
        <section className="card">
          {!isOver && <EndedAt form={form} downtime={downtime} now={now} />}
          {!isOver && <Outcome form={form} downtime={downtime} />}
          <Words state={state} downtime={downtime} isOver={isOver} />
        </section>
        <ImprovementRows form={form} />
        {!isOver && <TestedPlans form={form} downtime={downtime} />}
      </Form>
    </Page>
  );
}

/** The notice says it. */
const unlessOver = (error: unknown): unknown =>
  error instanceof ApiError && error.code === 'contingency.downtimeClosed' ? null : error;

function Over({ downtime: { state, record }, onDrop }: { downtime: DowntimeView; onDrop: () => void }) {
  const name = record?.closedBy?.name ?? '';
  return (
    <Notice tone="warning" live actions={<Button onClick={onDrop}>{t('downtime.close.drop')}</Button>}>
      {state === 'closed' ? t('downtime.close.overBy', { name }) : t('downtime.close.overAlarm')}
    </Notice>
  );
}

function Words({
  state: { control },
  downtime: { dataLoss },
  isOver,
}: {
  state: ReturnType<typeof useCloseForm>;
  downtime: DowntimeView;
  isOver: boolean;
}) {
  return (
    <>
      <FormField
        control={control}
        name="cause"
        label={t('downtime.close.cause')}
        rows={2}
        rules={{
          validate: (text) =>
            (isOver && written(text).trim() === '') || written(text).trim().length >= 3 || t('common.form.required'),
          maxLength: longestCause,
        }}
      />
      {dataLoss === undefined && (
        <FormField
          control={control}
          name="dataLoss"
          label={t('downtime.close.dataLoss')}
          hint={t('downtime.close.dataLossHint')}
          inputMode="decimal"
          optional
          rules={{
            validate: (text) =>
              written(text).trim() === '' || hoursOf(written(text)) !== undefined || t('downtime.close.dataLossWrong'),
          }}
        />
      )}
      <FormField
        control={control}
        name="lessons"
        label={t('downtime.close.lessons')}
        hint={t('downtime.close.lessonsHint')}
        rows={3}
        optional
        rules={{ maxLength: longest }}
      />
    </>
  );
}

function EndedAt({ form, downtime, now }: { form: Fields; downtime: DowntimeView; now: number }) {
  const { field, fieldState } = useController({
    control: form.control,
    name: 'endedAt',
    rules: {
      validate: (text) => {
        const moment = Date.parse(endFromField(text, downtime.startedAt) ?? '');
        const isBetween = moment > Date.parse(downtime.startedAt) && moment <= now + minuteLength;
        return isBetween || t('downtime.close.endWrong');
      },
    },
  });
  const message = fieldState.error?.message;
  return (
    <Field label={t('downtime.close.endedAt')} required {...(message ? { validationMessage: message } : {})}>
      <Input
        type="datetime-local"
        name={field.name}
        ref={(element) => field.ref(element)}
        value={field.value}
        onBlur={field.onBlur}
        onChange={(_, data) => field.onChange(data.value)}
      />
    </Field>
  );
}

/** Effect of the chosen end, before saving. */
function Outcome({ form, downtime: { startedAt, services } }: { form: Fields; downtime: DowntimeView }) {
  const end = useWatch({ control: form.control, name: 'endedAt' });
  const endedAt = Date.parse(endFromField(end, startedAt) ?? '');
  if (!(endedAt > Date.parse(startedAt))) return null;
  const limited = services.filter(({ limit }) => limit !== undefined);
  const broken = limited.filter(({ limit }) => limit && Date.parse(limit.until) < endedAt);
  return (
    <div className={consequenceStyles.consequence} role="status">
      <p className={consequenceStyles.consequenceFirst}>
        {t('downtime.close.lasted', { length: asLength(minutesOf(Date.parse(startedAt), endedAt)) })}
      </p>
      <p>
        {outcomeWords(
          limited.length,
          broken.map(({ title }) => title),
        )}
      </p>
    </div>
  );
}

function outcomeWords(count: number, broken: readonly string[]): string {
  if (count === 0) return t('downtime.close.noLimits');
  if (broken.length === 0) return t('downtime.close.allKept', { count });
  return t('downtime.close.someBroken', { count: broken.length, titles: broken.slice(0, 5).join(', ') });
}

function TestedPlans({ form, downtime: { testable } }: { form: Fields; downtime: DowntimeView }) {
  const { field, fieldState } = useController<CloseForm, 'tested'>({ control: form.control, name: 'tested' });
  if (testable.length === 0) return null;
  return (
    <section className="card">
      <fieldset className="choices">
        <legend>{t('downtime.close.tests')}</legend>
        <FieldWrong>{fieldState.error?.message}</FieldWrong>
        <p className="section-text">{t('downtime.close.testsText')}</p>
        {testable.map(({ key, title }, place) => (
          <Check
            key={key}
            {...(place === 0 ? { ref: field.ref } : {})}
            checked={field.value.includes(key)}
            onChange={({ target: { checked } }) =>
              field.onChange(checked ? [...field.value, key] : field.value.filter((known) => known !== key))
            }
          >
            {title}
          </Check>
        ))}
      </fieldset>
    </section>
  );
}
