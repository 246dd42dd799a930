import { Button, Field, Input, Select } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useView } from '../../shared/api/queries.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { Person } from '../../shared/ui/Person.tsx';
import { PersonPicker } from '../../shared/ui/PersonPicker.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { AboutClashes } from './Clashes.tsx';
import { TextBox } from '../../shared/ui/TextBox.tsx';
import type { Draft } from './useAssessment.ts';
import { views } from '../parts/risk-words.ts';
import { Check } from '../../shared/ui/Check.tsx';
import styles from './Assessment.module.css';

const intervals = [3, 6, 12, 24, 36];
const most = 100;

/** Of the whole assessment: people, date, parties, threats. */
export function AboutPart({ draft }: { draft: Draft }) {
  const { view } = draft;
  return (
    <div className={styles.assessParts}>
      <AboutClashes draft={draft} />
      <section className="card" aria-labelledby="assess-who">
        <h2 className="section-title" id="assess-who">
          {t('riskAssessment.about.who')}
        </h2>
        <Participants draft={draft} />
        <TextBox
          label={t('riskAssessment.about.guests')}
          hint={t('riskAssessment.about.guestsHint')}
          rows={2}
          value={view.guests}
          onChange={(text, from) => draft.writeAbout('guests', text, from)}
        />
        <div className={styles.assessPair}>
          <Field label={t('riskAssessment.about.heldOn')}>
            <Input
              type="date"
              value={view.heldOn ?? ''}
              onChange={(_, data) => draft.setAbout('heldOn', data.value === '' ? null : data.value)}
            />
          </Field>
          <Interval draft={draft} />
        </div>
        <TextBox
          label={t('common.word.note')}
          rows={3}
          value={view.note}
          onChange={(text, from) => draft.writeAbout('note', text, from)}
        />
      </section>
      <section className="card" aria-labelledby="assess-what">
        <h2 className="section-title" id="assess-what">
          {t('riskAssessment.about.what')}
        </h2>
        <Perspectives draft={draft} />
        <Catalogues draft={draft} />
      </section>
    </div>
  );
}

function Participants({ draft }: { draft: Draft }) {
  const { participants } = draft.view;
  const remove = (id: string) => draft.setParticipants(participants.filter((person) => person.id !== id));
  return (
    <div className={styles.assessPart}>
      {participants.length > 0 && (
        <ul className={styles.assessPeople} aria-label={t('riskAssessment.about.participants')}>
          {participants.map((person) => (
            <li key={person.id}>
              <Person person={person} />
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t('common.word.removeOf', { name: person.name })}
                onClick={() => remove(person.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {participants.length < most && (
        <PersonPicker
          key={participants.length}
          label={t('riskAssessment.about.addPerson')}
          person={undefined}
          error={undefined}
          optional
          onChoose={(person) => {
            if (person && participants.every(({ id }) => id !== person.id))
              draft.setParticipants([...participants, person]);
          }}
        />
      )}
    </div>
  );
}

function Interval({ draft }: { draft: Draft }) {
  const { reviewMonths, reviewOn } = draft.view;
  const known = intervals.includes(reviewMonths) ? intervals : [...intervals, reviewMonths].sort((a, b) => a - b);
  return (
    <Field
      label={t('riskAssessment.about.interval')}
      {...(reviewOn ? { hint: t('riskAssessment.about.nextOn', { date: asDate(reviewOn) }) } : {})}
    >
      <Select value={String(reviewMonths)} onChange={(_, data) => draft.setAbout('reviewMonths', Number(data.value))}>
        {known.map((months) => (
          <option key={months} value={months}>
            {t('riskAssessment.about.months', { count: months })}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Perspectives({ draft }: { draft: Draft }) {
  const chosen = draft.view.views;
  return (
    <fieldset className="choices">
      <legend>{t('riskAssessment.about.views')}</legend>
      <p className="quiet">{t('risks.worst')}</p>
      {views.map((view) => {
        const isLast = chosen.length === 1 && chosen[0] === view;
        return (
          <Check
            key={view}
            checked={chosen.includes(view)}
            disabled={isLast}
            onChange={({ target }) =>
              draft.setAbout(
                'views',
                views.filter((one) => (one === view ? target.checked : chosen.includes(one))),
              )
            }
          >
            {t(`risks.view.${view}`)} <span className="quiet">{t(`riskAssessment.viewAbout.${view}`)}</span>
          </Check>
        );
      })}
    </fieldset>
  );
}

function Catalogues({ draft }: { draft: Draft }) {
  const catalogues = useView('GET /api/risks/catalogues', {});
  const chosen = draft.view.catalogueKeys;
  return (
    <fieldset className="choices">
      <legend>{t('riskAssessment.about.catalogues')}</legend>
      <p className="quiet">{t('riskAssessment.about.cataloguesHint')}</p>
      <Viewed view={catalogues} part>
        {({ catalogues: known }) =>
          known
            .filter(
              ({ key, hidden, kind }) =>
                chosen.includes(key) || (!hidden && (kind === 'both' || kind === draft.view.asset.kind)),
            )
            .map(({ key, title, threats }) => (
              <Check
                key={key}
                checked={chosen.includes(key)}
                onChange={({ target }) =>
                  draft.setAbout(
                    'catalogueKeys',
                    target.checked ? [...chosen, key] : chosen.filter((one) => one !== key),
                  )
                }
              >
                {title} <span className="quiet">{t('riskAssessment.about.threats', { count: threats.length })}</span>
              </Check>
            ))
        }
      </Viewed>
    </fieldset>
  );
}
