import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { AreaRow, ManagementDutyView } from '../../api/governance/contract.ts';
import { OrganisationNav } from '../shared/navigation/OrganisationNav.tsx';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Person } from '../shared/ui/Person.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { areasLeft, AskDialog, RecordDialog } from './AreasDialogs.tsx';
import { Shown } from './DutyCells.tsx';
import looks from './Governance.module.css';
import { bodiesText } from './words.ts';

/** NIS 2-loven § 7: what management has approved, its supervision, and the courses its members took. */
export function ManagementDutyPage() {
  const [asking, setAsking] = useState<readonly AreaRow[] | 'record'>();
  const close = () => setAsking(undefined);
  const view = useView('GET /api/governance/management', {});
  const excel = useMutation({ mutationFn: () => download('GET /api/governance/management.xlsx', {}) });
  const word = useMutation({ mutationFn: () => download('GET /api/governance/management.docx', {}) });
  return (
    <Viewed view={view}>
      {(answer) => (
        <Page
          title={answerOf(answer)}
          above={t('governance.management.title')}
          lead={t('governance.management.lead', { bodies: bodiesText(answer.bodies) })}
          actions={
            <>
              {answer.abilities.ask && (
                <Button onClick={() => setAsking('record')}>{t('governance.management.record.press')}</Button>
              )}
              {answer.abilities.ask && areasLeft(answer).length > 0 && (
                <Button appearance="primary" onClick={() => setAsking(areasLeft(answer))}>
                  {t('governance.management.ask.press')}
                </Button>
              )}
              <DownloadButton file={word} busyText={t('governance.management.wordBusy')}>
                {t('governance.management.word')}
              </DownloadButton>
              <DownloadButton file={excel} busyText={t('governance.duties.excelBusy')}>
                {t('governance.duties.excel')}
              </DownloadButton>
            </>
          }
        >
          <OrganisationNav />
          <div className={looks.parts}>
            <Part id="areas" title={t('governance.management.areas')}>
              <DataTable
                caption={t('governance.management.areasCaption')}
                columns={areaColumns(answer.abilities.ask ? (area) => setAsking([area]) : undefined)}
                rows={answer.areas}
                rowKey={({ number }) => String(number)}
              />
            </Part>
            <Part id="supervision" title={t('governance.management.supervision')}>
              <Supervision view={answer} />
            </Part>
            <Part id="members" title={t('governance.management.members')}>
              {answer.members.length === 0 ? (
                <p>{t('governance.management.noMembers')}</p>
              ) : (
                <DataTable
                  caption={t('governance.management.membersCaption')}
                  columns={memberColumns()}
                  rows={answer.members}
                  rowKey={({ person, body }) => `${body} ${person.id}`}
                />
              )}
            </Part>
          </div>
          <p className="quiet">{t('governance.management.setting')}</p>
          <AsOf freshness={answer.freshness} />
          {asking === 'record' && <RecordDialog view={answer} onClose={close} />}
          {asking && asking !== 'record' && <AskDialog view={answer} areas={asking} onClose={close} />}
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ areas }: ManagementDutyView): string {
  const count = areas.filter(({ state }) => state !== 'approved').length;
  return count === 0 ? t('governance.management.answer.fine') : t('governance.management.answer.missing', { count });
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="card" aria-labelledby={`part-${id}`}>
    <h2 className="card-title" id={`part-${id}`}>
      {title}
    </h2>
    {children}
  </section>
);

function Waiting({ waiting: { body, path } }: { waiting: NonNullable<AreaRow['waiting']> }) {
  const text = t('governance.management.waiting', { body: t(`roles.${body}`) });
  return path === undefined ? <span className="quiet">{text}</span> : <Link href={path}>{text}</Link>;
}

const stateLooks = { approved: 'done', others: 'partly', none: 'missing' } as const;

const areaColumns = (onAsk: ((area: AreaRow) => void) | undefined): Column<AreaRow>[] => [
  {
    key: 'area',
    title: t('common.word.area'),
    cell: ({ number, title, path }) => (
      <>
        {number}. <Link href={path}>{title}</Link>
      </>
    ),
  },
  {
    key: 'state',
    title: t('common.word.status'),
    cell: (area) => (
      <div className={looks.cell}>
        <span className={looks[stateLooks[area.state]]}>{t(`governance.management.states.${area.state}`)}</span>
        {area.waiting && <Waiting waiting={area.waiting} />}
        {onAsk && !area.waiting && area.state !== 'approved' && (
          <Button
            size="small"
            aria-label={t('governance.management.ask.pressOf', { title: area.title })}
            onClick={() => onAsk(area)}
          >
            {t('governance.management.ask.press')}
          </Button>
        )}
      </div>
    ),
  },
  {
    key: 'approvals',
    title: t('governance.management.approvals'),
    cell: ({ approvals }) =>
      approvals.length === 0 ? (
        <span className="quiet">{t('governance.management.noApprovals')}</span>
      ) : (
        <ul className={looks.plain}>
          {approvals.map(({ title, path, on, bodies }) => (
            <li key={`${on} ${title}`}>
              {path === undefined ? title : <Link href={path}>{title}</Link>}
              <span className={looks.dutyAbout}>
                {t('governance.management.approvedBy', { date: asDate(on), bodies: bodiesText(bodies) })}
              </span>
            </li>
          ))}
        </ul>
      ),
  },
  {
    key: 'controls',
    title: t('governance.management.controls'),
    cell: ({ controls }) =>
      controls.length === 0 ? (
        <span className="quiet">{t('common.word.none')}</span>
      ) : (
        <ul className={looks.plain}>
          {controls.map(({ title, path }) => (
            <li key={path}>
              <Link href={path}>{title}</Link>
            </li>
          ))}
        </ul>
      ),
  },
];

function Supervision({ view: { supervision } }: { view: ManagementDutyView }) {
  const [latest] = supervision;
  if (!latest) return <p>{t('governance.management.noSupervision')}</p>;
  return (
    <>
      <p>
        <strong>{t('governance.management.last', { date: asDate(latest.on) })}</strong>{' '}
        <span className="quiet">{t('governance.management.supervisionText')}</span>
      </p>
      <ul className={looks.plain}>
        {supervision.map((one, place) => (
          <li key={`${one.on} ${one.title} ${String(place)}`}>
            <Shown evidence={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

type Member = ManagementDutyView['members'][number];
const memberColumns = (): Column<Member>[] => [
  { key: 'member', title: t('governance.management.member'), cell: ({ person }) => <Person person={person} /> },
  { key: 'body', title: t('governance.management.body'), cell: ({ body }) => t(`roles.${body}`) },
  {
    key: 'courses',
    title: t('governance.management.courses'),
    cell: ({ courses }) =>
      courses.length === 0 ? (
        <span className={looks.missing}>{t('governance.management.noCourse')}</span>
      ) : (
        <ul className={looks.plain}>
          {courses.map(({ title, on }) => (
            <li key={title}>{t('governance.management.course', { title, date: asDate(on) })}</li>
          ))}
        </ul>
      ),
  },
];
