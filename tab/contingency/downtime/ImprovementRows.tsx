import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useId, useState } from 'react';
import { useController } from 'react-hook-form';
import { t } from '../../shared/texts/texts.ts';
import { PersonPicker } from '../../shared/ui/PersonPicker.tsx';
import { isWhole, type CloseForm, type ImprovementRow, type useCloseForm } from './useCloseForm.ts';
import { limited } from '../../shared/ui/limited.ts';
import styles from './Downtime.module.css';

const most = 20;

/** Improvements: each row becomes a task. */
export function ImprovementRows({ form }: Pick<ReturnType<typeof useCloseForm>, 'form'>) {
  const { field, fieldState } = useController<CloseForm, 'improvements'>({
    control: form.control,
    name: 'improvements',
    rules: { validate: (rows) => rows.every(isWhole) || t('downtime.close.improvementMissing') },
  });
  const rows = field.value;
  const id = useId();
  const [added, setAdded] = useState<{ place: number }>();
  useEffect(() => {
    if (added) document.getElementById(`${id}.${added.place}`)?.focus();
  }, [id, added]);
  const add = () => {
    field.onChange([...rows, { title: '', due: '' }]);
    setAdded({ place: rows.length });
  };
  const put = (place: number, change: Partial<ImprovementRow>) =>
    field.onChange(rows.map((row, at) => (at === place ? { ...row, ...change } : row)));
  return (
    <section className="card" aria-labelledby="downtime-better">
      <h2 className="section-title" id="downtime-better">
        {t('downtime.close.improvements')}
      </h2>
      <p className="section-text">{t('downtime.close.improvementsText')}</p>
      {rows.map((row, place) => (
        // Rows have no name, and keep their order.
        <div
          className={styles.improvementRow}
          key={place}
          role="group"
          aria-label={`${t('downtime.close.improvement')} ${place + 1}`}
        >
          <Field label={t('downtime.close.improvement')} required>
            <Input
              id={`${id}.${place}`}
              {...limited(255)}
              value={row.title}
              onChange={(_, data) => put(place, { title: data.value })}
            />
          </Field>
          <PersonPicker
            label={t('downtime.close.improvementOwner')}
            person={row.owner}
            error={undefined}
            onChoose={(owner) => put(place, { owner })}
          />
          <Field label={t('downtime.close.improvementDue')} required>
            <Input type="date" value={row.due} onChange={(_, data) => put(place, { due: data.value })} />
          </Field>
          <Button icon={<DismissRegular />} onClick={() => field.onChange(rows.filter((_, at) => at !== place))}>
            {t('downtime.close.removeImprovement', { number: place + 1 })}
          </Button>
        </div>
      ))}
      {fieldState.error && (
        <p className={styles.callLeft} role="alert">
          {fieldState.error.message}
        </p>
      )}
      {rows.length < most && (
        <div>
          <Button icon={<AddRegular />} ref={(element: HTMLButtonElement | null) => field.ref(element)} onClick={add}>
            {t('downtime.close.addImprovement')}
          </Button>
        </div>
      )}
    </section>
  );
}
