import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { MeetingView } from '../../api/annual-wheel/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';
import { download } from '../shared/api/client.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify, notifyAfter } from '../shared/ui/notify.ts';
import { useForm } from '../shared/forms/useForm.ts';

export type Attendance = MeetingView['people'][number]['attendance'];
export type Reply = NonNullable<MeetingView['reply']>;

export const useMeetings = () => useView('GET /api/wheel/meetings', {});

/** The meeting in the address. */
export function useMeeting() {
  const { meetingKey = '' } = useParams<{ meetingKey: string }>();
  return useView('GET /api/wheel/meetings/:meetingKey', { params: { meetingKey } });
}

/** The reader's reply. */
export function useReply(meetingKey: string) {
  const act = useAct('POST /api/wheel/meetings/:meetingKey/answer');
  const answer = (reply: Reply) =>
    notifyAfter(act.mutateAsync({ params: { meetingKey }, body: { reply } }), t('wheel.meeting.replySaved'));
  return { answer, error: act.error };
}

/** The meeting as a calendar file. */
export const useCalendarFile = (meetingKey: string) =>
  useMutation({
    mutationFn: () => download('GET /api/wheel/meetings/:meetingKey/calendar.ics', { params: { meetingKey } }),
  });

/** Cancels the meeting. */
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

/** Attendance: updated optimistically, reverted on failure. */
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

const startOf = (meeting: MeetingView | undefined): MeetingForm => ({
  title: meeting?.title ?? t('wheel.meeting.usualTitle'),
  on: meeting?.on ?? '',
  startsAt: meeting?.startsAt ?? '09:00',
  minutes: String(meeting?.minutes ?? 90),
  place: meeting?.place ?? '',
  agenda: meeting?.agenda.join('\n') ?? '',
  minutesLink: meeting?.minutesLink ?? '',
});

const bodyOf = ({ title, minutes, place, agenda, minutesLink, ...when }: MeetingForm) => ({
  ...when,
  title: title.trim(),
  minutes: Number(minutes),
  place: place.trim(),
  agenda: agenda.split('\n').flatMap((line) => line.trim() || []),
  minutesLink: minutesLink.trim(),
});

/** Creates or changes a meeting. */
export const useMeetingForm = (meeting: MeetingView | undefined) => {
  const params = { meetingKey: meeting?.key ?? '' };
  return useForm({
    start: startOf(meeting),
    draft: `wheel.meeting.${meeting?.key ?? 'new'}`,
    shared: {
      etag: meeting?.etag ?? '',
      names: {
        title: t('common.word.title'),
        on: t('wheel.activity.on'),
        startsAt: t('wheel.meeting.startsAt'),
        minutes: t('wheel.meeting.length'),
        place: t('wheel.meeting.place'),
        agenda: t('wheel.meeting.agenda'),
        minutesLink: t('common.word.minutesLink'),
      },
      latest: async (read) => {
        const now = await read('GET /api/wheel/meetings/:meetingKey', { params });
        return { values: startOf(now), etag: now.etag };
      },
    },
    send: (values, api, { etag: expected }) =>
      meeting
        ? api('PUT /api/wheel/meetings/:meetingKey', { params, body: { ...bodyOf(values), expected } })
        : api('POST /api/wheel/meetings', { body: bodyOf(values) }),
    saved: ({ people, held }) => {
      if (meeting) return t('wheel.meeting.saved');
      return held ? t('wheel.meeting.recorded') : t('wheel.meeting.called', { count: people.length });
    },
    goTo: ({ key }) => `/wheel/meetings/${encodeURIComponent(key)}`,
  });
};

/** A task from the meeting. */
export function useFollowUp(meeting: MeetingView, close: () => void) {
  const start: { title: string; due: string; person: PersonRef | null } = { title: '', due: '', person: null };
  return useForm({
    start,
    draft: `wheel-followUp:${meeting.key}`,
    send: ({ title, due, person }, api) =>
      person
        ? api('POST /api/wheel/meetings/:meetingKey/follow-ups', {
            params: { meetingKey: meeting.key },
            body: { title: title.trim(), due, personId: person.id },
          })
        : undefined,
    refused: { personId: 'person' },
    saved: (_, { title, person }) => t('wheel.meeting.gave', { title: title.trim(), name: person?.name ?? '' }),
    close,
  });
}
