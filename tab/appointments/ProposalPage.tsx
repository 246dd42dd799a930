import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { ProposalView } from '../../api/appointments/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ApprovalReasons, ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Person } from '../shared/ui/Person.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import looks from './Appointments.module.css';
import { DecisionLine } from './DecisionLine.tsx';
import { DiscardProposal, RecordMeeting, SubmitProposal } from './ProposalDialogs.tsx';

type Asking = 'submit' | 'record' | 'discard';

/** One proposal: who, why, and its outcome. */
export function ProposalPage() {
  const { proposalKey = '' } = useParams<{ proposalKey: string }>();
  const view = useView('GET /api/appointments/proposals/:proposalKey', { params: { proposalKey } });
  return <Viewed view={view}>{(proposal) => <Proposal key={proposal.key} proposal={proposal} />}</Viewed>;
}

function Proposal({ proposal }: { proposal: ProposalView }) {
  const [asking, setAsking] = useState<Asking>();
  const { key, role, state, abilities, startsOn, endsOn, proposedBy } = proposal;
  const dialog = (what: Asking) => ({ proposal, open: asking === what, onClose: () => setAsking(undefined) });
  return (
    <Page
      title={t(`appointments.proposal.title.${role}`)}
      above={<span className="tag">{t(`appointments.state.${state}`)}</span>}
      lead={`${t('appointments.period', { from: asDate(startsOn), to: asDate(endsOn) })} · ${t('appointments.proposals.by', { name: proposedBy.name })}`}
      back={{ to: '/appointments', page: t('appointments.backTo') }}
      actions={
        <>
          {abilities.discard && (
            <Button appearance="subtle" onClick={() => setAsking('discard')}>
              {t('appointments.discard.press')}
            </Button>
          )}
          {abilities.edit && (
            <ButtonLink to={`/appointments/${encodeURIComponent(key)}/edit`}>{t('appointments.edit')}</ButtonLink>
          )}
          {abilities.record && <Button onClick={() => setAsking('record')}>{t('appointments.record.press')}</Button>}
          {abilities.submit && (
            <Button appearance="primary" onClick={() => setAsking('submit')}>
              {t('appointments.submit.press')}
            </Button>
          )}
        </>
      }
    >
      <div className={mergeClasses(looks.appointedParts, looks.appointedNarrow)}>
        {state === 'returned' && proposal.approval && (
          <Notice tone="warning" title={t('common.way.state.returned')}>
            <ApprovalReasons reasons={proposal.approval.reasons} />
          </Notice>
        )}
        <People proposal={proposal} />
        <Decision proposal={proposal} />
        <AsOf freshness={proposal.freshness} />
      </div>
      {abilities.submit && <SubmitProposal {...dialog('submit')} />}
      {abilities.record && <RecordMeeting {...dialog('record')} />}
      {abilities.discard && <DiscardProposal {...dialog('discard')} />}
    </Page>
  );
}

function People({ proposal: { members, byOffice, leaving, reason } }: { proposal: ProposalView }) {
  return (
    <section className="card" aria-labelledby="proposed-people">
      <h2 className="card-title" id="proposed-people">
        {t('appointments.proposal.people')}
      </h2>
      <ul className={looks.appointedPeople}>
        {members.map(({ person, chair }) => (
          <li key={person.id}>
            <Person person={person}>{chair && <span className="tag">{t('appointments.chair')}</span>}</Person>
          </li>
        ))}
      </ul>
      {byOffice.length > 0 && (
        <>
          <h3 className="card-title">{t('appointments.proposal.byOffice')}</h3>
          <ul className={looks.appointedPeople}>
            {byOffice.map(({ person, office }) => (
              <li key={person.id}>
                <Person person={person}>
                  <p className="quiet">{t(`appointments.basis.office.${office}`)}</p>
                </Person>
              </li>
            ))}
          </ul>
        </>
      )}
      {leaving.length > 0 && (
        <>
          <h3 className="card-title">{t('appointments.proposal.leaving')}</h3>
          <ul className={looks.appointedPeople}>
            {leaving.map((person) => (
              <li key={person.id}>
                <Person person={person} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="card-title">{t('appointments.proposal.reason')}</h3>
      <p className={looks.appointedReason}>{reason}</p>
    </section>
  );
}

function Decision({ proposal: { approval, way, decision } }: { proposal: ProposalView }) {
  return (
    <section className="card" aria-labelledby="proposed-way">
      <h2 className="card-title" id="proposed-way">
        {t('appointments.proposal.way')}
      </h2>
      {decision?.by === 'meeting' ? <DecisionLine decision={decision} /> : <ApprovalWay way={approval ?? way} />}
      {approval && decision?.by !== 'meeting' && (
        <p>
          <Link href={`/approvals/${encodeURIComponent(approval.requestKey)}`}>
            {t('appointments.proposal.seeVotes')}
          </Link>
        </p>
      )}
    </section>
  );
}
