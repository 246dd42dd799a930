import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useController } from 'react-hook-form';
import { t } from '../../shared/texts/texts.ts';
import { Person } from '../../shared/ui/Person.tsx';
import { PersonPicker } from '../../shared/ui/PersonPicker.tsx';
import type { TestFormState } from './useTestForm.ts';
import styles from './Tests.module.css';

const most = 60;

/** Leader and participants: people named in the plan are preselected. */
export function PeopleFields({ form }: { form: TestFormState['form'] }) {
  const { control } = form;
  const leader = useController({
    control,
    name: 'leader',
    rules: { validate: (person) => person !== null || t('contingencyTests.form.leaderMissing') },
  });
  const people = useController({
    control,
    name: 'people',
    rules: { validate: (list) => list.length > 0 || t('contingencyTests.form.peopleMissing') },
  });
  const chosen = people.field.value;
  const wrong = people.fieldState.error?.message;
  return (
    <section className="card" aria-labelledby="test-people">
      <h2 className="section-title" id="test-people">
        {t('contingencyTests.form.people')}
      </h2>
      <PersonPicker
        label={t('contingencyTests.form.leader')}
        person={leader.field.value ?? undefined}
        error={leader.fieldState.error?.message}
        onChoose={(person) => leader.field.onChange(person ?? null)}
      />
      <div>
        <h3 className="card-title">{t('contingencyTests.form.participants')}</h3>
        <p className="quiet">{t('contingencyTests.form.participantsHint')}</p>
        {chosen.length > 0 && (
          <ul className={styles.testPeople}>
            {chosen.map((person) => (
              <li key={person.id} className="card-row">
                <Person person={person} />
                <Button
                  appearance="subtle"
                  icon={<DismissRegular />}
                  aria-label={t('common.word.removeOf', { name: person.name })}
                  onClick={() => people.field.onChange(chosen.filter(({ id }) => id !== person.id))}
                />
              </li>
            ))}
          </ul>
        )}
        {chosen.length < most && (
          <PersonPicker
            label={t('contingencyTests.form.addPerson')}
            person={undefined}
            error={wrong}
            optional
            key={chosen.length}
            onChoose={(person) => {
              if (person && !chosen.some(({ id }) => id === person.id)) people.field.onChange([...chosen, person]);
            }}
          />
        )}
      </div>
    </section>
  );
}
