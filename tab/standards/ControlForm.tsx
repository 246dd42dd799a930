import { useController, type Control } from 'react-hook-form';
import type { ControlView } from '../../api/standards/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { WritingField } from '../shared/writing/WritingField.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { Form } from '../shared/forms/Form.tsx';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import type { Places } from '../shared/ui/WithPlaces.tsx';
import { ControlConflict } from './ControlConflict.tsx';
import { LinkPicker, RequirementPicker } from './ControlPickers.tsx';
import { reviewChoices, requirementPick, type ControlFields } from './control-values.ts';
import { EvidenceRows } from './EvidenceRows.tsx';
import { useControlForm, type ControlFormState } from './useControlForm.ts';
import { reviewText } from './review-text.ts';
import { atMost } from '../shared/forms/field-rules.ts';
import styles from './Standards.module.css';
import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useView } from '../shared/api/queries.ts';

const written = (count: number) => ({
  validate: (text: unknown) => (typeof text === 'string' && text.trim() !== '') || t('standards.form.required'),
  ...atMost(count),
});
const mostDescription = 4_000;
const usualMonths = 12;

/** The choices, and the current value if not among them. */
const reviewOptions = (now: string) =>
  [...new Set([...reviewChoices, now])]
    .sort((one, other) => Number(one) - Number(other))
    .map((value) => ({ value, text: reviewText(value) }));

export function ControlForm({ control, places }: { control: ControlView | undefined; places: Places }) {
  const [first] = places.kept;
  const state = useControlForm(control, places.whole ? '' : (first?.id ?? ''));
  const { form } = state;
  return (
    <Form
      state={state}
      className={styles.controlForm}
      button={t('standards.form.save')}
      busyText={t('common.word.saving')}
    >
      <div className="card">
        <FormField
          control={form.control}
          name="title"
          label={t('standards.form.title')}
          hint={t('standards.form.titleHint')}
          rules={written(200)}
        />
        <WritingField
          control={form.control}
          name="description"
          label={`${t('standards.form.description')} (${t('common.form.optional')})`}
          hint={t('standards.form.descriptionHint')}
          rows={6}
          optional
          rules={{
            ...atMost(mostDescription),
          }}
        />
      </div>
      <div className="card">
        <RequirementPicker control={form.control} />
        <SuggestedRequirements control={form.control} />
      </div>
      <Who form={form} places={places} reviewMonths={String(control?.reviewMonths ?? usualMonths)} />
      <div className="card">
        <EvidenceRows form={form} />
      </div>
      <div className="card">
        <LinkPicker control={form.control} kind="procedure" />
        <LinkPicker control={form.control} kind="wheelActivity" />
      </div>
      <ControlConflict state={state} centres={places.centres} />
    </Form>
  );
}

/** Owner, scope, status, and review interval. */
function Who({ form, places, reviewMonths }: { form: ControlFormState['form']; places: Places; reviewMonths: string }) {
  const owner = useController({ control: form.control, name: 'ownerId' });
  const centres = places.kept.map(({ id, title }) => ({ value: id, text: title }));
  return (
    <div className="card">
      <PersonPicker
        label={`${t('standards.form.owner')} (${t('common.form.optional')})`}
        person={owner.field.value ?? undefined}
        error={owner.fieldState.error?.message}
        optional
        onChoose={(person) => owner.field.onChange(person ?? null)}
      />
      <div className={styles.controlTrio}>
        <FormSelect
          control={form.control}
          name="centreId"
          label={t('standards.form.centre')}
          optional={places.whole}
          none={places.whole ? t('common.word.wholeMunicipality') : t('common.word.chooseCentre')}
          options={centres}
        />
        <FormSelect
          control={form.control}
          name="state"
          label={t('common.word.status')}
          options={(['running', 'planned'] as const).map((value) => ({ value, text: t(`standards.form.${value}`) }))}
        />
        <FormSelect
          control={form.control}
          name="reviewMonths"
          label={t('standards.form.review')}
          options={reviewOptions(reviewMonths)}
        />
      </div>
    </div>
  );
}

/** Further requirements likely met by a control of the chosen ones, each with its source. */
function SuggestedRequirements({ control }: { control: Control<ControlFields> }) {
  const { field } = useController({ control, name: 'requirementKeys' });
  const keys = field.value
    .map(({ key }) => key)
    .join(',')
    .slice(0, 4_000);
  const options = { enabled: keys !== '', keepPrevious: true };
  const { data } = useView('GET /api/requirement-suggestions', { query: { keys } }, options);
  const chosen = new Set(field.value.map(({ key }) => key));
  const found = keys === '' ? [] : (data?.requirements ?? []).filter(({ key }) => !chosen.has(key));
  if (found.length === 0) return null;
  return (
    <fieldset className="choices">
      <legend>{t('standards.crosswalk.suggested')}</legend>
      <p className="quiet">{t('standards.crosswalk.suggestedText')}</p>
      <ul className={styles.pickChosen}>
        {found.map((requirement) => (
          <li key={requirement.key}>
            <span className={styles.pickText}>
              <span className="quiet">{requirement.standard}</span> {requirement.ref} {requirement.title}
              <span className={`quiet ${styles.crosswalkSource}`}>
                {t('standards.crosswalk.source', {
                  source: requirement.because.map(({ source }) => source).join('; '),
                })}
              </span>
            </span>
            <Button
              size="small"
              icon={<AddRegular />}
              aria-label={t('standards.form.add', { name: `${requirement.standard} ${requirement.ref}` })}
              onClick={() => field.onChange([...field.value, requirementPick(requirement)])}
            >
              {t('standards.crosswalk.add')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
