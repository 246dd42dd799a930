import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import type { MeetingView } from '../../api/annual-wheel/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Person } from '../shared/ui/Person.tsx';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { asClock } from './clock.ts';
import { GroupTasks } from './GroupTasks.tsx';
import { MeetingActs, OwnReply, ReplyCounts, ReplyTag } from './MeetingReplies.tsx';
import { required } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { useAttendance, useFollowUp, useMeeting, type Attendance } from './useMeetings.ts';
import taskPageStyles from './TaskPage.module.css';
import styles from './PlansPage.module.css';

const marks = ['attended', 'excused', 'absent'] as const satisfies readonly Attendance[];

/** One meeting of the network: agenda, attendance, minutes, and tasks. */
export function MeetingPage() {
  const meeting = useMeeting();
  return <Viewed view={meeting}>{(view) => <Meeting meeting={view} key={view.key} />}</Viewed>;
}

function Meeting({ meeting }: { meeting: MeetingView }) {
  const { edit } = meeting.abilities;
  return (
    <Page
      title={meeting.title}
      above={t('wheel.meeting.whenAndWhere', {
        date: asDate(meeting.on),
        time: asClock(meeting.startsAt),
        minutes: meeting.minutes,
      })}
      lead={meeting.place || undefined}
      back={{ to: '/wheel/meetings', page: t('wheel.meeting.backTo') }}
      actions={
        <>
          {edit && (
            <ButtonLink to={`/wheel/meetings/${encodeURIComponent(meeting.key)}/edit`}>
              {t('wheel.meeting.edit')}
            </ButtonLink>
          )}
          <MeetingActs meeting={meeting} />
        </>
      }
    >
      {meeting.cancelled && <Notice tone="warning" title={t('wheel.meeting.cancelled')} />}
      <OwnReply meeting={meeting} />
      <div className={`${taskPageStyles.taskParts} ${styles.meetingParts}`} data-part="task-parts">
        <section className="card" aria-labelledby="agenda-title">
          <h2 className="card-title" id="agenda-title">
            {t('wheel.meeting.agenda')}
          </h2>
          {meeting.agenda.length === 0 ? (
            <p className="card-text">{t('wheel.meeting.noAgenda')}</p>
          ) : (
            <ol className={styles.meetingAgenda} data-part="meeting-agenda">
              {meeting.agenda.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ol>
          )}
          <p>
            {meeting.minutesLink ? (
              <a href={meeting.minutesLink} target="_blank" rel="noreferrer">
                {t('wheel.meeting.minutes')}
              </a>
            ) : (
              <span className="card-text">{t('wheel.meeting.noMinutes')}</span>
            )}
          </p>
        </section>
        <WhoCame meeting={meeting} />
      </div>
      <FollowUps meeting={meeting} />
      <AsOf freshness={meeting.freshness} />
    </Page>
  );
}

/** Before the meeting's day only who has sent word. */
const marksFor = ({ abilities }: MeetingView) => marks.filter((mark) => abilities.came || mark === 'excused');

/** Attendance, one press per person. */
function WhoCame({ meeting }: { meeting: MeetingView }) {
  const { abilities } = meeting;
  const { people, mark, error } = useAttendance(meeting);
  const came = people.filter((person) => person.attendance === 'attended').length;
  const isRecorded = came > 0 || people.some((person) => person.attendance === 'absent');
  const saidYes = people.filter((one) => one.attendance === 'invited' && one.reply === 'yes').map(({ id }) => id);
  const unmarked = people.filter((person) => person.attendance === 'invited').map(({ id }) => id);
  return (
    <section className="card" aria-labelledby="came-title">
      <div className="section-head">
        <h2 className="card-title" id="came-title">
          <span role="status">
            {isRecorded
              ? t('wheel.meeting.cameOf', { attended: came, invited: people.length })
              : [
                  t('wheel.meeting.invited', { count: people.length }),
                  ...(abilities.came ? [t('wheel.meeting.notRecorded')] : []),
                ].join('. ')}
          </span>
        </h2>
        {abilities.came && saidYes.length > 0 && (
          <Button size="small" onClick={() => mark(saidYes, 'attended')}>
            {t('wheel.meeting.yesCame')}
          </Button>
        )}
        {abilities.came && unmarked.length > 1 && (
          <Button size="small" onClick={() => mark(unmarked, 'attended')}>
            {t('wheel.meeting.restCame')}
          </Button>
        )}
      </div>
      <ActFailed error={error} />
      <ReplyCounts meeting={meeting} />
      {people.length === 0 && <p className="card-text">{t('wheel.meeting.nobody')}</p>}
      <ul className={styles.attendance} data-part="attendance">
        {people.map((person) => (
          <li key={person.id}>
            <Person person={person} />
            <ReplyTag meeting={meeting} reply={person.reply} />
            {abilities.edit ? (
              <Choices<Attendance>
                label={t('wheel.meeting.didCome', { name: person.name })}
                value={person.attendance}
                onChange={(attendance) => mark([person.id], attendance)}
                options={marksFor(meeting).map((value) => ({ value, text: t(`wheel.meeting.attendance.${value}`) }))}
              />
            ) : (
              <span className="tag">{t(`wheel.meeting.attendance.${person.attendance}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FollowUps({ meeting }: { meeting: MeetingView }) {
  const [giving, setGiving] = useState(false);
  return (
    <section className="section" aria-labelledby="follow-title">
      <div className="section-head">
        <h2 className="section-title" id="follow-title">
          {t('wheel.meeting.followUps')}
        </h2>
        {meeting.abilities.edit && (
          <Button icon={<AddRegular />} onClick={() => setGiving(true)}>
            {t('wheel.meeting.give')}
          </Button>
        )}
      </div>
      {meeting.followUps.length > 0 ? (
        <GroupTasks caption={t('wheel.meeting.followUps')} tasks={meeting.followUps} />
      ) : (
        <p className="section-text">{t('wheel.meeting.noFollowUps')}</p>
      )}
      {(meeting.abilities.edit || giving) && (
        <GiveDialog meeting={meeting} open={giving} onClose={() => setGiving(false)} />
      )}
    </section>
  );
}

function GiveDialog(props: { meeting: MeetingView; open: boolean; onClose: () => void }) {
  const state = useFollowUp(props.meeting, props.onClose);
  const person = useController({
    control: state.control,
    name: 'person',
    rules: { validate: (chosen: unknown) => chosen !== null || t('common.form.required') },
  });
  return (
    <FormDialog
      open={props.open}
      title={t('wheel.meeting.give')}
      onClose={props.onClose}
      state={state}
      button={t('wheel.meeting.giveButton')}
      busyText={t('common.word.saving')}
    >
      <FormField control={state.control} name="title" label={t('wheel.activity.title')} rules={required()} />
      <PersonPicker
        label={t('wheel.task.whose')}
        person={person.field.value ?? undefined}
        error={person.fieldState.error?.message}
        onChoose={(chosen) => person.field.onChange(chosen ?? null)}
      />
      <FormField control={state.control} name="due" label={t('common.word.due')} type="date" rules={required()} />
    </FormDialog>
  );
}
