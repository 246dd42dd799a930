import { useEffect, useEffectEvent } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { Button } from '@fluentui/react-components';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Person } from '../shared/ui/Person.tsx';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { GroupIds } from './GroupIds.tsx';
import { choosesSomebody, type RoundValues } from './round-values.ts';
import { Check } from '../shared/ui/Check.tsx';
import { Choice } from '../shared/ui/Choice.tsx';
import awarenessStyles from './Awareness.module.css';
import styles from './RoundForm.module.css';

type Form = UseFormReturn<RoundValues>;

/** The course's audience: everybody, or centres, groups, people. */
export function Obliged({ form }: { form: Form }) {
  const { register, control, formState } = form;
  const who = useWatch({ control, name: 'who' });
  return (
    <>
      <fieldset className="choices" aria-describedby="obliged-error">
        <legend>{t('awareness.round.obliged')}</legend>
        <Choice
          value="everybody"
          {...register('who')}
          title={t('awareness.round.everybody')}
          text={t('awareness.round.everybodyText')}
        />
        <Choice
          value="chosen"
          {...register('who', {
            validate: (_, values) => choosesSomebody(values) || t('awareness.round.nobodyChosen'),
          })}
          title={t('awareness.round.chosen')}
          text={t('awareness.round.chosenText')}
        />
      </fieldset>
      <p className={awarenessStyles.learningMissed} id="obliged-error" role="alert">
        {/* Not before a submit: the line would move the choices away from under the pointer. */}
        {formState.submitCount > 0 && formState.errors.who?.message}
      </p>
      {who === 'chosen' && <Chosen form={form} />}
    </>
  );
}

function Chosen({ form }: { form: Form }) {
  const { control, formState, trigger } = form;
  const organisation = useView('GET /api/organisation', {});
  const [centreIds, groupIds, persons] = useWatch({ control, name: ['centreIds', 'groupIds', 'persons'] });
  // The error disappears with the next choice.
  const again = useEffectEvent(() => {
    if (formState.errors.who !== undefined) void trigger('who');
  });
  useEffect(() => again(), [centreIds, groupIds, persons]);
  const toggle = (id: string, chosen: boolean) =>
    form.setValue('centreIds', chosen ? [...centreIds, id] : centreIds.filter((known) => known !== id), {
      shouldDirty: true,
    });
  return (
    <div className={styles.roundChosen}>
      <fieldset className="choices">
        <legend>{t('awareness.round.centres')}</legend>
        <div className={styles.roundCentres}>
          {organisation.data?.centres.map((centre) => (
            <Check
              key={centre.id}
              checked={centreIds.includes(centre.id)}
              onChange={(event) => toggle(centre.id, event.target.checked)}
            >
              {centre.title}
            </Check>
          ))}
        </div>
      </fieldset>
      <GroupIds ids={groupIds} onChange={(ids) => form.setValue('groupIds', ids, { shouldDirty: true })} />
      <Persons form={form} />
    </div>
  );
}

function Persons({ form }: { form: Form }) {
  const persons = useWatch({ control: form.control, name: 'persons' });
  const change = (next: RoundValues['persons']) => form.setValue('persons', next, { shouldDirty: true });
  return (
    <fieldset className="choices">
      <legend>{t('awareness.round.persons')}</legend>
      {persons.length > 0 && (
        <ul className={styles.roundList}>
          {persons.map((person) => (
            <li key={person.id} className="card-row">
              <Person person={person} />
              <Button
                size="small"
                aria-label={t('common.word.removeOf', { name: person.name })}
                onClick={() => change(persons.filter(({ id }) => id !== person.id))}
              >
                {t('common.word.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PersonPicker
        key={persons.length}
        label={t('awareness.round.addPerson')}
        optional
        person={undefined}
        error={undefined}
        onChoose={(person) => person && !persons.some(({ id }) => id === person.id) && change([...persons, person])}
      />
    </fieldset>
  );
}
