import { Link } from 'wouter';
import type { ApprovalRow } from '../../api/approvals/contract.ts';
import { asDue, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import type { Column } from '../shared/ui/DataTable.tsx';
import { StateTag } from './StateTag.tsx';
import type { ApprovalSort, Showing } from './useApprovals.ts';
import { aboutWords, agendaPath, approvalPath, lateText, onDay } from './words.ts';
import styles from './Approvals.module.css';

const Stack = ({ children }: { children: React.ReactNode }) => <div className={styles.approvalCell}>{children}</div>;

/** `Fra Dorthe Kaya, Center for Voksne og Velfærd`. */
const fromText = ({ submittedBy, centre }: ApprovalRow): string =>
  t('approvals.list.from', {
    who: [submittedBy.name, centre?.title ?? submittedBy.centre].filter(Boolean).join(', '),
  });

function What({ row }: { row: ApprovalRow }) {
  return (
    <Stack>
      <p className={styles.approvalTitle}>
        <Link href={approvalPath(row.key)}>{row.title}</Link>
      </p>
      <p>{fromText(row)}</p>
      <p className="quiet">
        {aboutWords(row)} · {t('approvals.list.sentOn', { date: onDay(row.submittedAt) })}
      </p>
      {row.agenda && (
        <p className="quiet">
          {t('approvals.list.onAgenda')} <Link href={agendaPath(row.agenda.key)}>{row.agenda.title}</Link>
        </p>
      )}
    </Stack>
  );
}

function Where({ row }: { row: ApprovalRow }) {
  const { stage } = row;
  if (!stage) return <StateTag state={row.state} />;
  const { number, of, voted, seats, rule } = stage;
  return (
    <Stack>
      <p className={styles.approvalBody}>{t(`roles.${stage.body}`)}</p>
      <p className="quiet">
        {rule === 'external' ? t('approvals.list.recordedInMeeting') : t('common.way.voted', { voted, seats })}
      </p>
      {of > 1 && <p className="quiet">{t('approvals.list.step', { number, of })}</p>}
      {row.myChoice && <p className="quiet">{t(`approvals.list.youVoted.${row.myChoice}`)}</p>}
    </Stack>
  );
}

function Due({ row }: { row: ApprovalRow }) {
  const { stage, endedAt } = row;
  if (!stage) return endedAt ? <>{onDay(endedAt)}</> : null;
  const late = lateText(row);
  return (
    <Stack>
      <p className={late ? styles.approvalLate : undefined}>{asDue(stage.daysLeft, stage.dueOn)}</p>
      {late && <p className="quiet">{late}</p>}
    </Stack>
  );
}

/** The next step: decide, record a decision, or read. */
function Act({ row }: { row: ApprovalRow }) {
  const { mine } = row;
  const waits = mine === 'vote' || mine === 'record';
  const act = t(waits ? `approvals.list.${mine}` : 'approvals.list.see');
  return (
    <div className={styles.approvalAct}>
      <ButtonLink
        to={`${approvalPath(row.key)}${mine === 'record' ? '?do=record' : ''}`}
        appearance={waits ? 'primary' : 'secondary'}
        label={t('approvals.list.label', { act, title: row.title })}
      >
        {act}
      </ButtonLink>
    </div>
  );
}

/** Columns: what, from whom, current stage, due, and the button. */
export function approvalColumns(show: Showing): Column<ApprovalRow, ApprovalSort>[] {
  const decided = show === 'decided';
  return [
    { key: 'what', title: t('common.word.what'), sort: 'title', cell: (row) => <What row={row} /> },
    {
      key: 'where',
      title: t(decided ? 'approvals.list.outcome' : 'approvals.list.where'),
      cell: (row) => <Where row={row} />,
    },
    {
      key: 'due',
      title: t(decided ? 'approvals.list.decided' : 'common.word.due'),
      sort: decided ? 'endedAt' : 'due',
      cell: (row) => <Due row={row} />,
    },
    { key: 'act', title: t('common.word.nextStep'), cell: (row) => <Act row={row} /> },
  ];
}
