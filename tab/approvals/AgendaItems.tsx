import { Field, Textarea } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { AgendaView } from '../../api/approvals/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { StateTag } from './StateTag.tsx';
import { reasonWrong, type AgendaItem, type AgendaVotes } from './useAgenda.ts';
import { needsReason } from './tally.ts';
import { aboutWords, approvalPath, bodyName, isDueBefore } from './words.ts';
import styles from './Approvals.module.css';
import plainTextStyles from '../shared/ui/PlainText.module.css';

const choices = ['approve', 'askChanges', 'reject', 'abstain'] as const;

/** The items in order, each with its changes, status, and my vote. */
export function AgendaItems({ agenda, votes }: { agenda: AgendaView; votes: AgendaVotes }) {
  return (
    <ol className={styles.agendaItems}>
      {agenda.list.map((item, position) => (
        <li key={item.approval.key} className="card">
          <Item item={item} agenda={agenda} number={position + 1} votes={votes} />
        </li>
      ))}
    </ol>
  );
}

function Item(props: { item: AgendaItem; agenda: AgendaView; number: number; votes: AgendaVotes }) {
  const { item, agenda, number, votes } = props;
  const { approval, summary, changes } = item;
  const { stage } = approval;
  const read = t(changes ? 'approvals.agenda.readChanged' : 'approvals.agenda.read');
  return (
    <>
      <div>
        <h3 className="card-title">
          {number}. {approval.title}
        </h3>
        <p className="quiet">
          {[aboutWords(approval), approval.submittedBy.name, approval.centre?.title].filter(Boolean).join(' · ')}
        </p>
      </div>
      {summary && <p className={plainTextStyles.plainText}>{summary}</p>}
      <p className="card-text">
        {changes && `${changesText(changes)} · `}
        <Link href={approvalPath(approval.key)} aria-label={`${read}: ${approval.title}`}>
          {read}
        </Link>
      </p>
      <Standing item={item} agenda={agenda} />
      {stage?.body === agenda.body && agenda.state !== 'closed' && isDueBefore(agenda.meetsOn, approval) && (
        <p className={styles.approvalWrong}>{t('approvals.agenda.dueBefore', { date: asDate(stage.dueOn) })}</p>
      )}
      {item.vote && <MyChoice item={item} votes={votes} />}
      <Result item={item} votes={votes} />
    </>
  );
}

/** What the meeting's body has decided, and where the rest of its way has come to. */
function Standing({ item: { approval, decided }, agenda }: { item: AgendaItem; agenda: AgendaView }) {
  const { stage, state } = approval;
  const voted = stage && t('common.way.voted', { voted: stage.voted, seats: stage.seats });
  const elsewhere = stage && t('approvals.detail.openWith', { body: bodyName(stage.body) });
  return (
    <>
      {decided && <StateTag state={decided.outcome} on={asDate(decided.on)} />}
      {stage?.body === agenda.body && <p className="card-text">{voted}</p>}
      {stage && stage.body !== agenda.body && (
        <p className="card-text">
          {[elsewhere, stage.rule !== 'external' && voted].filter((part) => part !== false).join(' · ')}
        </p>
      )}
      {!stage && decided?.outcome !== state && (decided ? <EndedSince state={state} /> : <StateTag state={state} />)}
    </>
  );
}

/** How it ended, where others decided otherwise after the meeting's body. */
const EndedSince = ({ state }: { state: AgendaItem['approval']['state'] }) => (
  <p className="card-text">{t('approvals.agenda.endedAs', { state: t(`approvals.state.${state}`) })}</p>
);

function changesText({ added, removed, changed }: NonNullable<AgendaItem['changes']>): string {
  const parts = [
    added > 0 && t('approvals.agenda.changesAdded', { count: added }),
    changed > 0 && t('approvals.agenda.changesChanged', { count: changed }),
    removed > 0 && t('approvals.agenda.changesRemoved', { count: removed }),
  ].filter((part) => part !== false);
  return parts.length === 0
    ? t('approvals.agenda.changesNone')
    : t('approvals.agenda.changes', { parts: parts.join(', ') });
}

function MyChoice({ item, votes }: { item: AgendaItem; votes: AgendaVotes }) {
  const { key, title, myChoice } = item.approval;
  const chosen = votes.chosen[key];
  const shown: (typeof choices)[number] | '' = chosen?.choice ?? myChoice ?? '';
  const wrong = chosen && votes.asked ? reasonWrong(chosen) : undefined;
  return (
    <div className={styles.agendaChoice}>
      <Choices
        label={t('approvals.agenda.voteGroup', { title })}
        value={shown}
        onChange={(choice) => choice !== '' && votes.choose(key, choice)}
        options={choices.map((value) => ({ value, text: t(`approvals.vote.choice.${value}`) }))}
      />
      {chosen && needsReason(chosen.choice) && (
        <Field
          data-item={key}
          label={t('approvals.agenda.reasonFor')}
          required
          {...(wrong ? { validationMessage: wrong } : {})}
        >
          <Textarea
            rows={2}
            resize="vertical"
            value={chosen.reason}
            onChange={(_, data) => votes.changeReason(key, data.value)}
          />
        </Field>
      )}
    </div>
  );
}

/** Result of my vote on this item, also when only this one failed. */
function Result({ item, votes }: { item: AgendaItem; votes: AgendaVotes }) {
  const { key } = item.approval;
  if (!votes.results.has(key)) return null;
  const message = votes.results.get(key);
  return message === undefined ? (
    <p className="quiet">{t('approvals.agenda.result')}</p>
  ) : (
    <p className={styles.approvalWrong}>{t('approvals.agenda.resultFailed', { message })}</p>
  );
}
