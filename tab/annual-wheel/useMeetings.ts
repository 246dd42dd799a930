import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { MeetingView } from '../../api/annual-wheel/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';
import { download } from '../shared/api/client.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';

export type Attendance = MeetingView['people'][number]['attendance'];
export type Reply = NonNullable<MeetingView['reply']>;

export const useMeetings = () => useView('GET /api/wheel/meetings', {});

/** The meeting that the address names. */
export function useMeeting() {
  const { meetingKey = '' } = useParams<{ meetingKey: string }>();
  return useView('GET /api/wheel/meetings/:meetingKey', { params: { meetingKey } });
}

/** Whether the reader comes. */
export function useReply(meetingKey: string) {
  const act = useAct('POST /api/wheel/meetings/:meetingKey/answer');
  const answer = (reply: Reply) =>
    act.mutate({ params: { meetingKey }, body: { reply } }, { onSuccess: () => notify(t('wheel.meeting.replySaved')) });
  return { answer, error: act.error };
}

/** The meeting as a file that any calendar takes. */
export const useCalendarFile = (meetingKey: string) =>
  useMutation({
    mutationFn: () => download('GET /api/wheel/meetings/:meetingKey/calendar.ics', { params: { meetingKey } }),
  });

/** Calls the meeting off. */
export function useCancelMeeting(meetingKey: string, onDone: () => void) {
  const act = useAct('POST /api/wheel/meetings/:meetingKey/cancel');
  const cancel = () =>
    act.mutate(
      { params: { meetingKey } },
      {
        onSuccess: () => {
          notify(t('wheel.meeting.cancelledDone'));
          onDone();
        },
      },
    );
  return { cancel, busy: act.isPending, error: act.error };
}

/** Who came: shown as pressed at once, taken back if it could not be saved. */
export function useAttendance(meeting: MeetingView) {
  const act = useAct('PUT /api/wheel/meetings/:meetingKey/attendance');
  const [pressed, setPressed] = useState<ReadonlyMap<string, Attendance>>(new Map());
  const mark = (personIds: readonly string[], attendance: Attendance) => {
    setPressed((now) => new Map([...now, ...personIds.map((id) => [id, attendance] as const)]));
    act.mutate(
      {
        params: { meetingKey: meeting.key },
        body: { people: personIds.map((personId) => ({ personId, attendance })) },
      },
      { onError: () => setPressed((now) => new Map([...now].filter(([id]) => !personIds.includes(id)))) },
    );
  };
  return {
    people: meeting.people.map((person) => ({ ...person, attendance: pressed.get(person.id) ?? person.attendance })),
    mark,
    error: act.error,
  };
}

export interface MeetingForm {
  title: string;
  on: string;
  startsAt: string;
  minutes: string;
  place: string;
  /** A point a line. */
  agenda: string;
  minutesLink: string;
}
const fields = ['title', 'on', 'startsAt', 'minutes', 'place', 'agenda', 'minutesLink'] as const;

const startOf = (meeting: MeetingView | undefined): MeetingForm => ({
  title: meeting?.title ?? t('wheel.meeting.usualTitle'),
  on: meeting?.on ?? '',
  startsAt: meeting?.startsAt ?? '09:00',
  minutes: String(meeting?.minutes ?? 90),
  place: meeting?.place ?? '',
  agenda: meeting?.agenda.join('\n') ?? '',
  minutesLink: meeting?.minutesLink ?? '',
});

/** Calls a meeting, or changes one. */
export function useMeetingForm(meeting: MeetingView | undefined) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(meeting));
  const kept = useKeptForm<MeetingForm>(`wheel.meeting.${meeting?.key ?? 'new'}`, start, fields);
  const call = useAct('POST /api/wheel/meetings');
  const change = useAct('PUT /api/wheel/meetings/:meetingKey');
  const save = kept.form.handleSubmit(async (values) => {
    const body = {
      title: values.title.trim(),
      on: values.on,
      startsAt: values.startsAt,
      minutes: Number(values.minutes),
      place: values.place.trim(),
      agenda: values.agenda.split('\n').flatMap((line) => line.trim() || []),
      minutesLink: values.minutesLink.trim(),
    };
    try {
      const saved = meeting
        ? await change.mutateAsync({ params: { meetingKey: meeting.key }, body })
        : await call.mutateAsync({ body });
      kept.saved();
      notify(meeting ? t('wheel.meeting.saved') : t('wheel.meeting.called', { count: saved.people.length }));
      goTo(`/wheel/meetings/${encodeURIComponent(saved.key)}`);
    } catch (error) {
      kept.refuse(error);
    }
  });
  return {
    ...kept,
    save,
    busy: call.isPending || change.isPending,
    error: kept.elsewhere(call.error ?? change.error),
  };
}

/** A task that the meeting gives somebody. */
export function useFollowUp(meeting: MeetingView, onDone: () => void) {
  const start: { title: string; due: string; person: PersonRef | null } = { title: '', due: '', person: null };
  const kept = useKeptForm<typeof start>(`wheel-followUp:${meeting.key}`, start, ['title', 'due', 'person']);
  const act = useAct('POST /api/wheel/meetings/:meetingKey/follow-ups');
  const save = kept.form.handleSubmit(async ({ title, due, person }) => {
    if (!person) return;
    try {
      await act.mutateAsync({
        params: { meetingKey: meeting.key },
        body: { title: title.trim(), due, personId: person.id },
      });
      kept.saved();
      kept.form.reset(start);
      notify(t('wheel.meeting.gave', { title: title.trim(), name: person.name }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}
