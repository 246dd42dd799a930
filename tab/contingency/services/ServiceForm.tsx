import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { Conflict } from '../../shared/forms/Conflict.tsx';
import { Form } from '../../shared/forms/Form.tsx';
import { PersonPicker } from '../../shared/ui/PersonPicker.tsx';
import type { Places } from '../../shared/ui/WithPlaces.tsx';
import { ImpactFields, ProposedMtd } from './ImpactFields.tsx';
import { NeedsPicker } from './NeedsPicker.tsx';
import { PeakFields } from './PeakFields.tsx';
import { saidBy } from './service-words.ts';
import { useServiceForm, type ServiceForm as Fields } from './useServiceForm.ts';
import { useNamedPart } from './useNamedPart.ts';
import { audiences, figures } from './words.ts';
import { WrittenHours } from './WrittenHours.tsx';
import { atMost } from '../../shared/forms/field-rules.ts';
import styles from './Services.module.css';

const optional = (label: string) => `${label} (${t('common.form.optional')})`;
const reviews = ['6', '12', '24', '36'] as const;

/** A few cards of plain questions; the draft is saved on this device. */
export function ServiceForm(props: {
  service: ServiceView | undefined;
  settings: ServiceView['settings'];
  places: Places;
}) {
  const { service, settings, places } = props;
  const only = places.whole || places.kept.length > 1 ? '' : (places.kept[0]?.id ?? '');
  const state = useServiceForm(service, settings, only);
  const { form } = state;
  useNamedPart();
  return (
    <Form
      state={state}
      className={styles.serviceForm}
      button={t('common.save')}
      busyText={t('criticalServices.review.working')}
    >
      <Part id="service-what" title={t('criticalServices.form.what')}>
        <What form={form} places={places} />
      </Part>
      <Part id="service-impacts" title={t('criticalServices.field.impacts')}>
        <ImpactFields form={form} settings={settings} />
      </Part>
      <Part id="service-figures" title={t('criticalServices.form.figures')}>
        <ProposedMtd form={form} settings={settings} />
        {figures.map((name) => (
          <WrittenHours
            key={name}
            control={form.control}
            name={name}
            label={t(`contingency.figure.${name}`)}
            hint={t(`criticalServices.figureText.${name}`)}
            none={name === 'rpo'}
          />
        ))}
        <FormField
          control={form.control}
          name="mtdReason"
          label={optional(t('criticalServices.field.mtdReason'))}
          hint={t('criticalServices.form.reasonHint')}
          rows={3}
          rules={atMost(2_000)}
          optional
        />
      </Part>
      <Part id="service-meanwhile" title={t('criticalServices.form.meanwhile')}>
        <FormField
          control={form.control}
          name="minimumOperation"
          label={optional(t('criticalServices.field.minimumOperation'))}
          hint={t('criticalServices.form.minimumHint')}
          rows={3}
          rules={atMost(2_000)}
          optional
        />
        <PeakFields form={form} />
      </Part>
      <Part id="service-needs" title={t('criticalServices.field.needs')}>
        <NeedsPicker form={form} />
      </Part>
      <FormSelect
        control={form.control}
        name="reviewMonths"
        label={t('criticalServices.form.review')}
        options={reviewOptions(service?.reviewMonths)}
      />
      <Conflict
        state={state}
        name={(field) => t(`criticalServices.field.${field}`)}
        said={(values, field) => saidBy(values, field, { settings, centres: places.centres })}
      />
    </Form>
  );
}

const reviewOptions = (now: number | undefined) =>
  [...new Set([...reviews, ...(now === undefined ? [] : [String(now)])])].map((value) => ({
    value,
    text: t('criticalServices.form.months', { count: Number(value) }),
  }));

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="card" aria-labelledby={id}>
    <h2 className="section-title" id={id} tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
);

function What({ form, places }: { form: Fields; places: Places }) {
  const { field, fieldState } = useController({ control: form.control, name: 'ownerId' });
  return (
    <>
      <FormField
        control={form.control}
        name="title"
        label={t('criticalServices.form.name')}
        hint={t('criticalServices.form.nameHint')}
        rules={{
          validate: (text) => (typeof text === 'string' && text.trim() !== '') || t('common.form.required'),
          ...atMost(200),
        }}
      />
      <FormField
        control={form.control}
        name="description"
        label={optional(t('criticalServices.form.description'))}
        rows={3}
        rules={atMost(4_000)}
        optional
      />
      <FormSelect
        control={form.control}
        name="audience"
        label={t('criticalServices.form.audience')}
        none={t('criticalServices.form.choose')}
        options={audiences.map((value) => ({ value, text: t(`contingency.audience.${value}`) }))}
      />
      <FormSelect
        control={form.control}
        name="centreId"
        label={t('criticalServices.form.centre')}
        {...(places.whole ? { none: t('common.word.wholeMunicipality') } : {})}
        {...(!places.whole && places.kept.length > 1 ? { none: t('criticalServices.form.choose') } : {})}
        optional={places.whole}
        options={places.kept.map(({ id, title }) => ({ value: id, text: title }))}
      />
      <PersonPicker
        label={optional(t('criticalServices.form.owner'))}
        person={field.value ?? undefined}
        error={fieldState.error?.message}
        optional
        onChoose={(person) => field.onChange(person ?? null)}
      />
    </>
  );
}
