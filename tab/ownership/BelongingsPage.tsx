import { Field, Textarea } from '@fluentui/react-components';
import { useParams, Link } from 'wouter';
import type { BelongingsView } from '../../api/ownership/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t, asNumber } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { useFieldFocus } from '../shared/forms/useFieldFocus.ts';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { BelongingGroup } from './BelongingGroup.tsx';
import { useHandOverEverything, type HandOverEverything } from './useHandOverEverything.ts';
import styles from './Succession.module.css';
import formFieldStyles from '../shared/ui/FormField.module.css';

/** Everything that one person has, and the form that hands it over. */
export function BelongingsPage() {
  const { personId = '' } = useParams<{ personId: string }>();
  const view = useView('GET /api/leavers/:personId', { params: { personId } });
  return <Viewed view={view}>{(held) => <Belongings held={held} />}</Viewed>;
}

function Belongings({ held }: { held: BelongingsView }) {
  const { person, left, records: count, movable, groups, staying, freshness } = held;
  return (
    <Page
      title={
        count === 0
          ? t('ownership.succession.hold.answerNone', { name: person.name })
          : t('ownership.succession.hold.answer', { name: person.name, count })
      }
      above={t('ownership.succession.title')}
      lead={count > 0 && t(left ? 'ownership.succession.hold.leftLead' : 'ownership.succession.hold.lead', { movable })}
      back={{ to: '/hand-overs', page: t('ownership.succession.hold.backTo') }}
    >
      {groups.length > 0 && <Form held={held} />}
      {groups.length === 0 && staying.length === 0 && <p>{t('ownership.succession.hold.none')}</p>}
      <Staying staying={staying} />
      <AsOf freshness={freshness} />
    </Page>
  );
}

function Form({ held }: { held: BelongingsView }) {
  const form = useHandOverEverything(held);
  const { fields, focusField } = useFieldFocus();
  const press = () => {
    const first = form.press();
    if (first) focusField(first);
  };
  return (
    <section className={`card ${styles.successionForm}`} aria-labelledby="who-takes-over" ref={fields}>
      <h2 className="section-title" id="who-takes-over">
        {t('ownership.succession.form.title')}
      </h2>
      <div data-field="to">
        <PersonPicker
          label={t('ownership.succession.form.to')}
          person={form.to}
          error={form.errors.to}
          optional
          onChoose={form.setTo}
        />
        <p className="quiet">{t('ownership.succession.form.toHint')}</p>
        {form.to && form.errors.to && (
          <p className={formFieldStyles.fieldWrong} role="alert">
            {form.errors.to}
          </p>
        )}
      </div>
      {held.groups.map((group) => (
        <BelongingGroup key={group.kind} group={group} form={form} />
      ))}
      <Field
        data-field="note"
        label={t('ownership.succession.form.note')}
        hint={t('ownership.succession.form.noteHint')}
        required
        {...(form.errors.note ? { validationMessage: form.errors.note } : {})}
      >
        <Textarea
          readOnly={form.busy}
          rows={2}
          resize="vertical"
          value={form.note}
          onChange={(_, data) => form.setNote(data.value)}
        />
      </Field>
      <Meaning held={held} form={form} />
      <ActFailed error={form.error} />
      <div>
        <ActButton
          appearance="primary"
          busy={form.busy}
          busyText={t('ownership.succession.form.working')}
          onClick={press}
        >
          {form.count === 0
            ? t('ownership.succession.title')
            : t('ownership.succession.form.press', { count: form.count })}
        </ActButton>
      </div>
    </section>
  );
}

/** Effect of the button, before it is pressed. */
function Meaning({ held, form }: { held: BelongingsView; form: HandOverEverything }) {
  if (form.count === 0) return null;
  const stays = held.records - form.count;
  const lines = form.byReceiver.map(({ receiver, count }) =>
    t('ownership.succession.form.preview', { count, name: receiver?.name ?? '' }),
  );
  return (
    <Consequence first={`${lines.join(' · ')}.`}>
      {stays > 0 && <p>{t('ownership.succession.form.previewStay', { count: stays })}</p>}
      {held.movable > held.most && <p>{t('ownership.succession.hold.tooMany', { most: held.most })}</p>}
      <p>{t('ownership.succession.form.told')}</p>
    </Consequence>
  );
}

const few = 5;

/** What cannot be handed over here, and its remedy. */
function Staying({ staying }: { staying: BelongingsView['staying'] }) {
  if (staying.length === 0) return null;
  return (
    <section className={`card ${styles.successionForm}`} aria-labelledby="staying">
      <h2 className="section-title" id="staying">
        {t('ownership.succession.staying.title')}
      </h2>
      {staying.map(({ kind, count, items }) => (
        <div key={kind}>
          <p>
            <strong>{asNumber(count)}</strong> · {t(`ownership.succession.staying.${kind}`)}
          </p>
          <ul className={styles.belongingList}>
            {items.slice(0, few).map((item) => (
              <li key={item.key}>
                <Link href={item.path}>{item.title}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
