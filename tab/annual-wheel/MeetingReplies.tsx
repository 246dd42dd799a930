import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingView } from '../../api/annual-wheel/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { useCalendarFile, useCancelMeeting, useReply, type Reply } from './useMeetings.ts';

const replies = ['yes', 'maybe', 'no'] as const satisfies readonly Reply[];

/** The reader's reply, if invited. */
export function OwnReply({ meeting }: { meeting: MeetingView }) {
  const { answer, error } = useReply(meeting.key);
  if (!meeting.abilities.answer) return null;
  return (
    <section className="card" aria-labelledby="reply-title">
      <h2 className="card-title" id="reply-title">
        {t('wheel.meeting.mine')}
      </h2>
      <Choices<Reply | ''>
        label={t('wheel.meeting.mine')}
        value={meeting.reply ?? ''}
        onChange={(reply) => reply !== '' && answer(reply)}
        options={replies.map((value) => ({ value, text: t(`wheel.meeting.reply.${value}`) }))}
      />
      <ActFailed error={error} />
    </section>
  );
}

/** Replies by count, and by person. */
export const ReplyCounts = ({ meeting }: { meeting: MeetingView }) =>
  meeting.held || meeting.people.length === 0 ? null : (
    <p role="status">{t('wheel.meeting.replies', { ...meeting.replies })}</p>
  );

export const ReplyTag = ({ meeting, reply }: { meeting: MeetingView; reply: Reply | undefined }) =>
  meeting.held ? null : <span className="tag">{t(`wheel.meeting.replied.${reply ?? 'none'}`)}</span>;

/** Calendar file of the meeting, and its cancellation. */
export function MeetingActs({ meeting }: { meeting: MeetingView }) {
  const file = useCalendarFile(meeting.key);
  const [asking, setAsking] = useState(false);
  const { cancel, busy, error } = useCancelMeeting(meeting.key, () => setAsking(false));
  return (
    <>
      {!meeting.cancelled && (
        <DownloadButton file={file} busyText={t('common.word.downloading')}>
          {t('wheel.meeting.toCalendar')}
        </DownloadButton>
      )}
      {meeting.abilities.cancel && <Button onClick={() => setAsking(true)}>{t('wheel.meeting.cancel')}</Button>}
      <ActDialog
        open={asking}
        title={t('wheel.meeting.cancelTitle', { title: meeting.title })}
        onClose={() => setAsking(false)}
        act={{ text: t('wheel.meeting.cancel'), busyText: t('wheel.task.cancelWorking'), busy, press: cancel }}
      >
        <p>{t('wheel.meeting.cancelText')}</p>
        <ActFailed error={error} />
      </ActDialog>
    </>
  );
}
