import type { MeetingView } from '../../api/annual-wheel/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { Begun } from '../shared/ui/Begun.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { Form } from '../shared/forms/Form.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { linkOrNone, required } from '../shared/forms/field-rules.ts';
import { aTime, minutesLong } from './rules.ts';
import { useMeeting, useMeetingForm, useMeetings } from './useMeetings.ts';
import styles from './ActivityPage.module.css';

/** New meeting of the network. */
export function NewMeetingPage() {
  const meetings = useMeetings();
  return (
    <Viewed view={meetings}>
      {(view) => (
        <Begun may={view.abilities.edit}>
          <Page title={t('wheel.meeting.call')} back={{ to: '/wheel/meetings', page: t('wheel.meeting.backTo') }}>
            <MeetingForm />
          </Page>
        </Begun>
      )}
    </Viewed>
  );
}

/** Changes a meeting, or adds its minutes. */
export function EditMeetingPage() {
  const meeting = useMeeting();
  return (
    <Viewed view={meeting}>
      {(view) => (
        <Begun key={view.key} may={view.abilities.edit}>
          <Page
            title={t('wheel.meeting.editTitle', { title: view.title })}
            back={{ to: `/wheel/meetings/${encodeURIComponent(view.key)}`, page: view.title }}
          >
            <MeetingForm meeting={view} key={view.key} />
          </Page>
        </Begun>
      )}
    </Viewed>
  );
}

function MeetingForm({ meeting }: { meeting?: MeetingView }) {
  const state = useMeetingForm(meeting);
  const { control } = state;
  return (
    <Form
      state={state}
      className={styles.activityForm}
      button={t(meeting ? 'wheel.activity.save' : 'wheel.meeting.callButton')}
      busyText={t('common.word.saving')}
    >
      <div className="card">
        <FormField control={control} name="title" label={t('common.word.title')} rules={required()} />
        <div className={styles.activityPair}>
          <FormField control={control} name="on" label={t('wheel.activity.on')} type="date" rules={required()} />
          <FormField
            control={control}
            name="startsAt"
            label={t('wheel.meeting.startsAt')}
            hint={t('wheel.meeting.startsAtHint')}
            rules={aTime()}
          />
          <FormField
            control={control}
            name="minutes"
            label={t('wheel.meeting.length')}
            inputMode="decimal"
            rules={minutesLong()}
          />
        </div>
        <FormField
          control={control}
          name="place"
          label={`${t('wheel.meeting.place')} (${t('common.form.optional')})`}
          hint={t('wheel.meeting.placeHint')}
        />
        <FormField
          control={control}
          name="agenda"
          label={`${t('wheel.meeting.agenda')} (${t('common.form.optional')})`}
          hint={t('wheel.meeting.agendaHint')}
          rows={6}
        />
        {meeting && (
          <FormField
            control={control}
            name="minutesLink"
            label={`${t('common.word.minutesLink')} (${t('common.form.optional')})`}
            inputMode="url"
            hint={t('wheel.meeting.minutesHint')}
            rules={linkOrNone()}
            optional
          />
        )}
      </div>
      {!meeting && (
        <Consequence first={t('wheel.meeting.consequence')}>
          <p>{t('wheel.meeting.consequenceText')}</p>
        </Consequence>
      )}
    </Form>
  );
}
