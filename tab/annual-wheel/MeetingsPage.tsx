import { AddRegular } from '@fluentui/react-icons/svg/add';
import { Link } from 'wouter';
import type { ApiAnswer } from '../shared/api/client.ts';
import { asDate, asDay, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { asClock } from './clock.ts';
import { useMeetings } from './useMeetings.ts';
import { WheelNav } from './WheelNav.tsx';

type MeetingRow = ApiAnswer<'GET /api/wheel/meetings'>['meetings'][number];

/** The coordinators' network: meetings, and attendance. */
export function MeetingsPage() {
  const meetings = useMeetings();
  return (
    <Viewed view={meetings}>
      {(view) => {
        const call = view.abilities.edit && (
          <ButtonLink to="/wheel/meetings/new" appearance="primary" icon={<AddRegular />}>
            {t('wheel.meeting.call')}
          </ButtonLink>
        );
        const rows = [...view.meetings].sort((one, other) => other.on.localeCompare(one.on));
        const next = rows.filter((meeting) => !meeting.held && !meeting.cancelled).at(-1);
        return (
          <Page
            title={
              next
                ? t('wheel.meeting.answer', { day: asDay(next.on), time: asClock(next.startsAt) })
                : t('wheel.meeting.none')
            }
            above={t('wheel.nav.meetings')}
            lead={t('wheel.meeting.lead')}
            actions={call}
          >
            <WheelNav />
            {rows.length === 0 ? (
              <Blank title={t('wheel.meeting.empty.title')} text={t('wheel.meeting.empty.text')} actions={call} />
            ) : (
              <DataTable
                caption={t('wheel.nav.meetings')}
                columns={columns()}
                rows={rows}
                rowKey={(meeting) => meeting.key}
              />
            )}
            <AsOf freshness={view.freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

const comingText = ({ cancelled, replies, invited }: MeetingRow): string => {
  if (cancelled) return t('wheel.meeting.cancelled');
  return replies.none === invited
    ? t('wheel.meeting.invited', { count: invited })
    : t('wheel.meeting.replies', replies);
};

/** A past meeting says who came once that is written down. */
const cameText = (meeting: MeetingRow): string => {
  const { held, recorded, cancelled, attended, invited } = meeting;
  if (!held || cancelled) return comingText(meeting);
  return recorded ? t('wheel.meeting.cameOf', { attended, invited }) : t('wheel.meeting.notRecorded');
};

const columns = (): Column<MeetingRow>[] => [
  {
    key: 'title',
    title: t('wheel.meeting.meeting'),
    cell: (meeting) => <Link href={`/wheel/meetings/${encodeURIComponent(meeting.key)}`}>{meeting.title}</Link>,
  },
  {
    key: 'on',
    title: t('common.word.when'),
    short: true,
    cell: (meeting) => `${asDate(meeting.on)} ${t('wheel.meeting.at', { time: asClock(meeting.startsAt) })}`,
  },
  {
    key: 'came',
    title: t('wheel.meeting.came'),
    cell: cameText,
  },
];
