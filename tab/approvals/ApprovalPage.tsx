import { Button } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ApprovalView, StageView } from '../../api/approvals/contract.ts';
import { Collect } from '../governance/parts/Collect.tsx';
import { download } from '../shared/api/client.ts';
import { useMe } from '../shared/me.ts';
import { asDue, asMoment, t } from '../shared/texts/texts.ts';
import { ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Person } from '../shared/ui/Person.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { ApprovalDialogs } from './ApprovalDialogs.tsx';
import { Content } from './Content.tsx';
import { DecidedStages } from './DecidedStages.tsx';
import { Events } from './Events.tsx';
import { RequestNotices } from './RequestNotices.tsx';
import { StageCard } from './StageCard.tsx';
import { StateTag } from './StateTag.tsx';
import { openStageOf, useApproval } from './useApproval.ts';
import { useApprovalDialogs, type Asking } from './useApprovalDialogs.ts';
import { UnsentComment } from './UnsentComment.tsx';
import { VotePanel } from './VotePanel.tsx';
import { wayOf } from './way-of.ts';
import { aboutWords, approvalPath, bodyName, onDay, openText } from './words.ts';
import styles from './Approvals.module.css';
import plainTextStyles from '../shared/ui/PlainText.module.css';

/** One request: its content and changes, stages and votes, and my actions. */
export function ApprovalPage() {
  const approval = useApproval();
  return <Viewed view={approval}>{(view) => <Approval view={view} key={view.key} />}</Viewed>;
}

function Approval({ view }: { view: ApprovalView }) {
  const me = useMe().data;
  const dialogs = useApprovalDialogs(view);
  const stage = openStageOf(view);
  const decided = <DecidedStages view={view} onAttach={dialogs.attach} today={me?.today} />;
  const events = <Events events={view.events} />;
  return (
    <Page
      title={view.title}
      above={aboutWords(view)}
      back={{ to: '/approvals', page: t('common.nav.approvals') }}
      lead={<Lead view={view} />}
      actions={<Actions view={view} onAsk={dialogs.ask} />}
    >
      <UnsentComment view={view} />
      <RequestNotices view={view} isMine={me?.person.id === view.submittedBy.id} />
      <div className={styles.approvalLayout}>
        <About view={view} />
        <div className={styles.approvalSide}>
          {stage ? <OpenStage view={view} stage={stage} /> : decided}
          {!stage && events}
        </div>
        <div className={styles.approvalMain}>
          <Content view={view} />
          {stage && decided}
          {view.stages.length > 1 && (
            <section className="card" aria-labelledby="way-title">
              <h2 className="card-title" id="way-title">
                {t('approvals.detail.way')}
              </h2>
              <ApprovalWay way={wayOf(view)} />
            </section>
          )}
          {stage && events}
          <Rounds view={view} />
        </div>
      </div>
      <AsOf freshness={view.freshness} />
      <ApprovalDialogs view={view} {...dialogs} />
    </Page>
  );
}

/** The stage under way, and the reader's vote. */
function OpenStage({ view, stage }: { view: ApprovalView; stage: StageView }) {
  const me = useMe().data;
  const { vote, votesFor } = view.abilities;
  const seat = votesFor?.id ?? me?.person.id;
  return (
    <>
      {vote && seat !== undefined && <VotePanel key={stage.number} view={view} stage={stage} seat={seat} />}
      <StageCard view={view} stage={stage} />
    </>
  );
}

function Actions({ view, onAsk }: { view: ApprovalView; onAsk: (what: Asking) => void }) {
  const { abilities } = view;
  return (
    <>
      {abilities.withdraw && (
        <Button appearance="subtle" onClick={() => onAsk('withdraw')}>
          {t('approvals.withdraw.press')}
        </Button>
      )}
      {abilities.seeSubject && (
        <ButtonLink to={view.path} icon={<OpenRegular />}>
          {openText(view.subjectKind)}
        </ButtonLink>
      )}
      {!openStageOf(view) && <Collect what={{ path: approvalPath(view.key), title: view.title }} title={view.title} />}
      {abilities.case && <CaseButton requestKey={view.key} />}
      {abilities.close && <Button onClick={() => onAsk('close')}>{t('approvals.close.press')}</Button>}
      {abilities.record && (
        <Button appearance="primary" onClick={() => onAsk('record')}>
          {t('approvals.list.record')}
        </Button>
      )}
    </>
  );
}

/** The paper for a meeting's agenda. */
function CaseButton({ requestKey }: { requestKey: string }) {
  const file = useMutation({
    mutationFn: () => download('GET /api/approvals/:requestKey/case', { params: { requestKey } }),
  });
  return (
    <DownloadButton file={file} busyText={t('approvals.detail.casing')}>
      {t('approvals.detail.case')}
    </DownloadButton>
  );
}

/** Status in one line: the answer. */
function Lead({ view }: { view: ApprovalView }) {
  const { stage, endedAt } = view;
  if (!stage)
    return (
      <p className={styles.approvalLead}>
        <StateTag state={view.state} /> {endedAt && asMoment(endedAt)}
      </p>
    );
  const { rule, voted, seats } = stage;
  const due = asDue(stage.daysLeft, stage.dueOn);
  return (
    <p>
      {[
        t('approvals.detail.openWith', { body: bodyName(stage.body) }),
        rule === 'external' ? t('approvals.list.recordedInMeeting') : t('common.way.voted', { voted, seats }),
        stage.daysLeft < 0 ? due : t('approvals.detail.dueBy', { due }),
      ].join(' · ')}
    </p>
  );
}

/** Content and changes, and the submitter. */
function About({ view }: { view: ApprovalView }) {
  return (
    <section className="card" aria-labelledby="about-title">
      <h2 className="card-title" id="about-title">
        {t('approvals.detail.whatChanges')}
      </h2>
      <p className={plainTextStyles.plainText}>{view.summary || t('approvals.detail.noSummary')}</p>
      <Person person={view.submittedBy}>
        <p className="quiet">
          {t('approvals.detail.sentOn', { moment: asMoment(view.submittedAt) })}
          {view.centre && ` · ${t('approvals.detail.about', { centre: view.centre.title })}`}
        </p>
      </Person>
    </section>
  );
}

function Rounds({ view }: { view: ApprovalView }) {
  const others = view.rounds.filter(({ key }) => key !== view.key);
  if (others.length === 0) return null;
  const newer = others.some(({ round }) => round > view.round);
  return (
    <section className="card" aria-labelledby="rounds-title">
      <h2 className="card-title" id="rounds-title">
        {t(newer ? 'approvals.detail.otherRounds' : 'approvals.detail.rounds')}
      </h2>
      <ul className={styles.approvalRounds}>
        {others.map(({ key, round, state, submittedAt }) => (
          <li key={key}>
            <Link href={approvalPath(key)}>
              {t('approvals.detail.roundIs', {
                number: String(round),
                date: onDay(submittedAt),
                state: t(`approvals.state.${state}`),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
