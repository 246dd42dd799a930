import { useState } from 'react';
import { useController, useWatch, type UseFormReturn } from 'react-hook-form';
import type { CentreRef } from '../../api/http/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import type { Choosable, ProcedureValues } from './procedure-values.ts';
import { Check } from '../shared/ui/Check.tsx';
import { FormCheck } from '../shared/forms/FormCheck.tsx';
import { Choice } from '../shared/ui/Choice.tsx';
import styles from './Procedures.module.css';

type Form = UseFormReturn<ProcedureValues>;

/** Its audience, and what they must do. */
export function AudienceFields({ form, choosable }: { form: Form; choosable: Choosable }) {
  const { kind, centres, centre } = choosable;
  const [audience, centreId] = useWatch({ control: form.control, name: ['audience', 'centreId'] });
  const known = centre ?? centres.find(({ id }) => id === centreId);
  return (
    <section className="card" aria-labelledby="who">
      <h2 className="card-title" id="who">
        {t('procedures.form.who')}
      </h2>
      <fieldset className="choices">
        <legend className="hidden">{t('procedures.form.who')}</legend>
        <Choice
          value="everybody"
          {...form.register('audience')}
          title={everybody(kind, known)}
          text={t('procedures.form.everybodyText')}
        />
        <Choice
          value="titles"
          {...form.register('audience')}
          title={t('procedures.form.part')}
          text={t('procedures.form.partText')}
        />
      </fieldset>
      {audience === 'titles' && <JobTitles form={form} centreId={kind === 'procedure' ? known?.id : undefined} />}
      <AboutCheck form={form} name="mustAcknowledge" />
      {kind === 'guideline' && <AboutCheck form={form} name="needsLocal" />}
    </section>
  );
}

/** The largest audience, in words. */
export function everybody(kind: Choosable['kind'], centre: CentreRef | undefined): string {
  if (kind === 'guideline') return t('procedures.read.everybody');
  return centre ? t('procedures.form.everybodyIn', { centre: centre.title }) : t('procedures.form.everybodyInCentre');
}

const AboutCheck = ({ form, name }: { form: Form; name: 'mustAcknowledge' | 'needsLocal' }) => (
  <FormCheck control={form.control} name={name}>
    {t(`procedures.form.${name}`)}
    <span className={`quiet ${styles.procedureCheckText}`}>{t(`procedures.form.${name}Text`)}</span>
  </FormCheck>
);

/** Shown at once; more are found by name. */
const mostShown = 12;

function JobTitles({ form, centreId }: { form: Form; centreId: string | undefined }) {
  const titles = useView('GET /api/procedure-job-titles', { query: centreId ? { centreId } : {} });
  const { field, fieldState } = useController({
    control: form.control,
    name: 'jobTitles',
    rules: {
      validate: (chosen, { audience }) =>
        audience !== 'titles' || chosen.length > 0 || t('procedures.form.titlesNeeded'),
    },
  });
  const [q, setQ] = useState('');
  const toggle = (title: string, chosen: boolean) =>
    field.onChange(chosen ? [...field.value, title] : field.value.filter((known) => known !== title));
  return (
    <Viewed view={titles} skeleton={<Skeleton rows={2} />}>
      {({ jobTitles }) => {
        const gone = field.value.filter((title) => !jobTitles.some((known) => known.title === title));
        const all = [...gone.map((title) => ({ title, people: 0 })), ...jobTitles];
        const matching = all.filter(({ title }) => title.toLowerCase().includes(q.toLowerCase()));
        const shown = all.filter(
          (row) => field.value.includes(row.title) || matching.slice(0, mostShown).includes(row),
        );
        const hidden = matching.filter((row) => !shown.includes(row)).length;
        const people = all.reduce((sum, row) => sum + (field.value.includes(row.title) ? row.people : 0), 0);
        return (
          <fieldset className="choices" aria-describedby="titles-error">
            <legend>{t('procedures.form.titles')}</legend>
            <p className={styles.procedureError} id="titles-error" role="alert">
              {fieldState.error?.message}
            </p>
            {all.length > mostShown && <SearchField label={t('procedures.form.findTitle')} value={q} onSearch={setQ} />}
            <div className={styles.procedureTitles}>
              {shown.map(({ title, people: count }, position) => (
                <Check
                  key={title}
                  {...(position === 0 ? { ref: field.ref } : {})}
                  checked={field.value.includes(title)}
                  onChange={(event) => toggle(title, event.target.checked)}
                >
                  {title} <span className="quiet">{t('common.people', { count })}</span>
                </Check>
              ))}
            </div>
            {shown.length === 0 && <p>{t('procedures.form.noTitles')}</p>}
            {hidden > 0 && <p className="quiet">{t('procedures.form.titlesMore', { count: hidden })}</p>}
            <p role="status">{field.value.length > 0 && t('procedures.form.titlesFor', { count: people })}</p>
          </fieldset>
        );
      }}
    </Viewed>
  );
}
