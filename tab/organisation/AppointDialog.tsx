import { Field, Input, Select } from '@fluentui/react-components';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { useFieldFocus } from '../shared/forms/useFieldFocus.ts';
import { assignable, needsCentre, useAppoint } from './useAppoint.ts';
import { Check } from '../shared/ui/Check.tsx';
import styles from './OrganisationPage.module.css';

/** Appoints a person to a role: who, which role, where, from when; then what it means in words. */
export function AppointDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const form = useAppoint(onClose);
  const { fields, focusField } = useFieldFocus();
  const { wanted, change, errors } = form;
  const press = () => {
    const wrong = form.appoint();
    const [first] = Object.keys(wrong);
    if (first) focusField(first);
  };
  return (
    <ActDialog
      open={open}
      title={t('organisation.roles.appoint')}
      onClose={onClose}
      act={{
        text: t('organisation.appoint.button'),
        busyText: t('organisation.appoint.working'),
        busy: form.busy,
        press,
      }}
    >
      <div className={styles.appoint} ref={fields}>
        <div data-field="personId">
          <PersonPicker
            label={t('organisation.appoint.person')}
            person={wanted.person}
            error={errors.personId}
            onChoose={(person) => change({ person })}
          />
        </div>
        <Field
          data-field="role"
          label={t('organisation.roles.role')}
          required
          {...(errors.role ? { validationMessage: errors.role } : {})}
        >
          <Select
            value={wanted.role}
            onChange={(_, data) => change({ role: assignable.find((role) => role === data.value) ?? '' })}
          >
            <option value="">{t('organisation.appoint.chooseRole')}</option>
            {assignable.map((role) => (
              <option key={role} value={role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </Select>
        </Field>
        {needsCentre(wanted.role) && (
          <Field
            data-field="centreId"
            label={t('common.word.centre')}
            required
            {...(errors.centreId ? { validationMessage: errors.centreId } : {})}
          >
            <Select value={wanted.centreId} onChange={(_, data) => change({ centreId: data.value })}>
              <option value="">{t('organisation.appoint.chooseCentre')}</option>
              {form.centres.map((centre) => (
                <option key={centre.id} value={centre.id}>
                  {centre.title}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field
          data-field="startsOn"
          label={t('organisation.appoint.startsOn')}
          required
          {...(errors.startsOn ? { validationMessage: errors.startsOn } : {})}
        >
          <Input type="date" value={wanted.startsOn} onChange={(_, data) => change({ startsOn: data.value })} />
        </Field>
        <Field
          data-field="endsOn"
          label={`${t('organisation.appoint.endsOn')} (${t('common.form.optional')})`}
          {...(errors.endsOn ? { validationMessage: errors.endsOn } : {})}
        >
          <Input type="date" value={wanted.endsOn} onChange={(_, data) => change({ endsOn: data.value })} />
        </Field>
        {!needsCentre(wanted.role) && (
          <Check checked={wanted.chair} onChange={(event) => change({ chair: event.target.checked })}>
            {t('organisation.appoint.chair')}
          </Check>
        )}
        <Consequence form={form} />
        <ActFailed error={form.error} />
      </div>
    </ActDialog>
  );
}

function Consequence({ form }: { form: ReturnType<typeof useAppoint> }) {
  const { person, role, centreId, startsOn } = form.wanted;
  if (!person || role === '' || !startsOn) return null;
  const values = { name: person.name, role: t(`roles.${role}`), date: asDate(startsOn) };
  const centre = form.centres.find((known) => known.id === centreId);
  return (
    <p>
      {needsCentre(role) && centre
        ? t('organisation.appoint.consequenceCentre', { ...values, centre: centre.title })
        : t('organisation.appoint.consequence', values)}
    </p>
  );
}
