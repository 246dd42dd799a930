import type { AgendaView } from '../../api/approvals/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Begun } from '../shared/ui/Begun.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { Form } from '../shared/forms/Form.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { AgendaOrder } from './AgendaOrder.tsx';
import { useAgenda, useAgendas } from './useAgenda.ts';
import { meetingBodies, useAgendaForm, type AgendaFormState } from './useAgendaForm.ts';
import { agendaPath, isDueBefore } from './words.ts';
import styles from './Approvals.module.css';

/** New agenda of a meeting. */
export function NewAgendaPage() {
  const agendas = useAgendas();
  return (
    <Viewed view={agendas}>
      {(view) => (
        <Begun may={view.abilities.make}>
          <Page
            title={t('approvals.agenda.make')}
            back={{ to: '/approvals/agendas', page: t('approvals.nav.agendas') }}
          >
            <AgendaForm />
          </Page>
        </Begun>
      )}
    </Viewed>
  );
}

/** Changes an agenda until its meeting is held. */
export function EditAgendaPage() {
  const agenda = useAgenda();
  return (
    <Viewed view={agenda}>
      {(view) => (
        <Begun key={view.key} may={view.abilities.edit}>
          <Page
            title={t('common.word.changeOf', { title: view.title })}
            back={{ to: agendaPath(view.key), page: view.title }}
          >
            <AgendaForm agenda={view} key={view.key} />
          </Page>
        </Begun>
      )}
    </Viewed>
  );
}

const filled = {
  validate: (value: unknown) => (typeof value === 'string' && value.trim() !== '') || t('common.form.required'),
};

function AgendaForm({ agenda }: { agenda?: AgendaView }) {
  const state = useAgendaForm(agenda);
  const { control } = state;
  return (
    <Form state={state} className={styles.agendaForm} button={t('common.save')}>
      <div className="card">
        <FormField control={control} name="title" label={t('approvals.agenda.form.title')} rules={filled} />
        <div className={styles.recordPair}>
          <FormSelect
            control={control}
            name="body"
            label={t('approvals.agenda.form.body')}
            none={t('approvals.agenda.form.bodyNone')}
            options={meetingBodies.map((value) => ({ value, text: t(`roles.${value}`) }))}
          />
          <FormField
            control={control}
            name="meetsOn"
            label={t('approvals.agenda.form.meetsOn')}
            type="date"
            rules={filled}
          />
        </div>
        <FormField
          control={control}
          name="note"
          label={`${t('approvals.agenda.note')} (${t('common.form.optional')})`}
          hint={t('approvals.agenda.form.noteHint')}
          rows={3}
        />
        <DayNotices state={state} agenda={agenda} />
      </div>
      <AgendaOrder state={state} />
    </Form>
  );
}

/** What follows from the chosen day: items due before it, and who is told of a move. */
function DayNotices({ state, agenda }: { state: AgendaFormState; agenda: AgendaView | undefined }) {
  const { meetsOn, items } = state;
  const before = meetsOn === '' ? [] : items.filter((row) => isDueBefore(meetsOn, row));
  const isMoved = agenda?.state === 'sent' && meetsOn !== '' && meetsOn !== agenda.meetsOn;
  return (
    <>
      {isMoved && (
        <Notice tone="info" live>
          {t('approvals.agenda.form.toldOfMove')}
        </Notice>
      )}
      {before.length > 0 && (
        <Notice tone="warning" title={t('approvals.agenda.form.dueBefore', { count: before.length })} live>
          <ul>
            {before.map(({ key, title, stage }) => (
              <li key={key}>
                {t('approvals.agenda.form.dueBeforeItem', { title, date: stage ? asDate(stage.dueOn) : '' })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
