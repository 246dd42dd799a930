import { Link } from 'wouter';
import type { AppointedBody, AppointmentRow, AppointmentsView } from '../../api/appointments/contract.ts';
import { OrganisationNav } from '../shared/navigation/OrganisationNav.tsx';
import { useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Person } from '../shared/ui/Person.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import looks from './Appointments.module.css';
import { DecisionLine } from './DecisionLine.tsx';

/** Direktionen's appointments, with period and decision, and former ones (R11). */
export function AppointmentsPage() {
  const view = useView('GET /api/appointments', {});
  return (
    <Viewed view={view}>
      {({ bodies, proposals, freshness }) => (
        <Page title={answerOf(bodies)} above={t('appointments.title')} lead={t('appointments.lead')}>
          <OrganisationNav />
          <div className={looks.appointedParts}>
            {bodies.map((body) => (
              <Body key={body.role} body={body} />
            ))}
            <Proposals proposals={proposals} />
          </div>
          <AsOf freshness={freshness} />
        </Page>
      )}
    </Viewed>
  );
}

/** What needs action first. */
function answerOf(bodies: readonly AppointedBody[]): string {
  const renewals = bodies.flatMap(({ renew }) => renew ?? []);
  const [first] = renewals.toSorted((one, other) => one.due.localeCompare(other.due));
  if (first)
    return t(first.overdue ? 'appointments.answer.ranOut' : 'appointments.answer.runsOut', { date: asDate(first.due) });
  const count = bodies.reduce((sum, { withoutDecision }) => sum + withoutDecision, 0);
  return count === 0 ? t('appointments.answer.fine') : t('appointments.answer.withoutDecision', { count });
}

function Body({ body }: { body: AppointedBody }) {
  const { role, members, earlier, runsOutOn, renew, coming, withoutDecision, abilities } = body;
  const to = `/appointments/new?role=${role}`;
  return (
    <section className="card" aria-labelledby={`appointed-${role}`}>
      <div className="section-head">
        <h2 className="card-title" id={`appointed-${role}`}>
          {t(`roles.${role}`)}
        </h2>
        {abilities.propose && !renew && withoutDecision === 0 && (
          <ButtonLink to={to}>{t(`appointments.propose.${role}`)}</ButtonLink>
        )}
      </div>
      {renew ? (
        <Notice
          tone="warning"
          actions={abilities.propose && <ButtonLink to={to}>{t('appointments.renew')}</ButtonLink>}
        >
          {t(renew.overdue ? 'appointments.overdue' : 'appointments.due', { date: asDate(renew.due) })}
        </Notice>
      ) : (
        runsOutOn !== undefined && <p>{t('appointments.runsOutOn', { date: asDate(runsOutOn) })}</p>
      )}
      {coming && (
        <Notice tone="info" title={t('appointments.coming', { date: asDate(coming.startsOn) })}>
          {coming.people.map(({ name }) => name).join(', ')}
        </Notice>
      )}
      {withoutDecision > 0 && !renew && (
        <Notice
          tone="info"
          title={t('appointments.answer.withoutDecision', { count: withoutDecision })}
          actions={abilities.propose && <ButtonLink to={to}>{t('appointments.regularise.press')}</ButtonLink>}
        >
          {t('appointments.regularise.text')}
        </Notice>
      )}
      {members.length === 0 && <p>{t('appointments.nobody')}</p>}
      <ul className={looks.appointedPeople}>
        {members.map((row) => (
          <Row key={`${row.person.id} ${row.startsOn ?? row.basis}`} row={row} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <details>
          <summary>{t('appointments.earlier')}</summary>
          <ul className={looks.appointedPeople}>
            {earlier.map((row) => (
              <Row key={`${row.person.id} ${row.startsOn}`} row={row} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function periodText({ startsOn, endsOn, state }: AppointmentRow): string | undefined {
  if (startsOn === undefined) return undefined;
  const from = asDate(startsOn);
  if (endsOn !== undefined) return t('appointments.period', { from, to: asDate(endsOn) });
  return t(state === 'future' ? 'appointments.from' : 'appointments.since', { from });
}

function basisText({ basis, office, decidedFrom }: AppointmentRow): string | undefined {
  if (decidedFrom !== undefined) return t('appointments.basis.coming', { date: asDate(decidedFrom) });
  if (basis === 'office' && office) return t(`appointments.basis.office.${office}`);
  return basis === 'none' || basis === 'group' ? t(`appointments.basis.${basis}`) : undefined;
}

function Row({ row }: { row: AppointmentRow }) {
  const said = [periodText(row), basisText(row)].filter(Boolean).join(' · ');
  return (
    <li>
      <Person person={row.person}>
        <p className="quiet">
          {row.chair && <span className="tag">{t('appointments.chair')}</span>}{' '}
          {row.state === 'left' && <span className="tag">{t('appointments.left')}</span>} {said}
        </p>
        {row.decision && <DecisionLine decision={row.decision} />}
        {row.handOverPath !== undefined && (
          <p className="quiet">
            <Link href={row.handOverPath} aria-label={t('appointments.handOverOf', { name: row.person.name })}>
              {t('appointments.handOver')}
            </Link>
          </p>
        )}
      </Person>
    </li>
  );
}

function Proposals({ proposals }: { proposals: AppointmentsView['proposals'] }) {
  return (
    <section className="card" aria-labelledby="appointed-proposals">
      <h2 className="card-title" id="appointed-proposals">
        {t('appointments.proposals.title')}
      </h2>
      {proposals.length === 0 && <p>{t('appointments.proposals.empty')}</p>}
      <ul className={looks.appointedMembers}>
        {proposals.map(({ key, role, state, startsOn, endsOn, people, proposedBy }) => (
          <li key={key}>
            <p>
              <Link href={`/appointments/${encodeURIComponent(key)}`}>
                {t(`appointments.proposal.title.${role}`)},{' '}
                {t('appointments.period', { from: asDate(startsOn), to: asDate(endsOn) })}
              </Link>{' '}
              <span className="tag">{t(`appointments.state.${state}`)}</span>
            </p>
            <p className="quiet">
              {t('appointments.proposals.people', { count: people })} ·{' '}
              {t('appointments.proposals.by', { name: proposedBy.name })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
