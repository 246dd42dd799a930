import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { AgendaView } from '../../api/approvals/contract.ts';
import { asCards, asDate, asMoment, t } from '../shared/texts/texts.ts';
import { CardsLater } from '../shared/ui/ApprovalWay.tsx';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed, Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { AgendaItems } from './AgendaItems.tsx';
import { useAgenda, useAgendaAct, useAgendaVotes } from './useAgenda.ts';
import { agendaPath } from './words.ts';
import styles from './Approvals.module.css';
import plainTextStyles from '../shared/ui/PlainText.module.css';

/** One meeting's items, decided together. */
export function AgendaPage() {
  const agenda = useAgenda();
  return <Viewed view={agenda}>{(view) => <Agenda agenda={view} key={view.key} />}</Viewed>;
}

/** Status for the reader: the answer. */
function answerOf(agenda: AgendaView): string {
  const { list, items, decided, left } = agenda;
  if (items === 0) return t(agenda.papers.length > 0 ? 'approvals.agenda.onlyPaper' : 'approvals.agenda.noItems');
  if (decided === items) return t('approvals.agenda.allDecided');
  if (left === 0) return t('approvals.agenda.noneLeft');
  const missing = list.filter(({ vote, approval }) => vote && approval.mine === 'vote').length;
  if (missing > 0) return t('approvals.agenda.youMissing', { count: missing });
  return list.some(({ vote }) => vote) ? t('approvals.agenda.allMine') : t('approvals.agenda.notMine');
}

function Agenda({ agenda }: { agenda: AgendaView }) {
  const [asking, setAsking] = useState<'send' | 'close'>();
  const close = () => setAsking(undefined);
  const { abilities } = agenda;
  const edit = abilities.edit && (
    <ButtonLink to={`${agendaPath(agenda.key)}/edit`}>{t('approvals.agenda.edit')}</ButtonLink>
  );
  return (
    <Page
      title={agenda.title}
      above={[
        t('approvals.agenda.meets', { body: t(`roles.${agenda.body}`), date: asDate(agenda.meetsOn) }),
        t(`approvals.agenda.state.${agenda.state}`),
      ].join(' · ')}
      lead={answerOf(agenda)}
      back={{ to: '/approvals/agendas', page: t('approvals.nav.agendas') }}
      actions={
        <>
          {edit}
          {abilities.close && <Button onClick={() => setAsking('close')}>{t('approvals.agenda.close')}</Button>}
          {abilities.send && (
            <Button appearance="primary" onClick={() => setAsking('send')}>
              {t('approvals.agenda.send')}
            </Button>
          )}
        </>
      }
    >
      {agenda.note && (
        <section className="card" aria-labelledby="note-title">
          <h2 className="card-title" id="note-title">
            {t('approvals.agenda.note')}
          </h2>
          <p className={plainTextStyles.plainText}>{agenda.note}</p>
        </section>
      )}
      {agenda.papers.map(({ key, path }) => (
        <section className="card" aria-labelledby={`paper-${key}`} key={key}>
          <h2 className="card-title" id={`paper-${key}`}>
            {t('approvals.agenda.paper')}
          </h2>
          <div>
            <ButtonLink to={path}>{t('approvals.agenda.readPaper')}</ButtonLink>
          </div>
        </section>
      ))}
      {(agenda.items > 0 || agenda.papers.length === 0) && <Votes agenda={agenda} edit={edit} />}
      <p className="quiet">
        {t('approvals.agenda.madeBy', { name: agenda.madeBy.name })}
        {agenda.sentAt && ` · ${t('approvals.detail.sentOn', { moment: asMoment(agenda.sentAt) })}`}
      </p>
      {agenda.cardsAt !== undefined && <p role="status">{asCards(agenda.cardsAt)}</p>}
      <AsOf freshness={agenda.freshness} />
      {abilities.send && <SendDialog agenda={agenda} open={asking === 'send'} onClose={close} />}
      {abilities.close && <HeldDialog agenda={agenda} open={asking === 'close'} onClose={close} />}
    </Page>
  );
}

/** The items with my choices, and the submit buttons. */
function Votes({ agenda, edit }: { agenda: AgendaView; edit: React.ReactNode }) {
  const votes = useAgendaVotes(agenda);
  const items = useRef<HTMLElement>(null);
  const send = () => {
    const lacking = votes.sendPicked();
    if (lacking === undefined) return;
    const fields = [...(items.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
    fields
      .find((field) => field.dataset['item'] === lacking)
      ?.querySelector('textarea')
      ?.focus();
  };
  if (agenda.list.length === 0)
    return <Blank title={t('approvals.agenda.noItems')} text={t('approvals.agenda.form.noItems')} actions={edit} />;
  const acts = votes.picked.length > 0 || votes.rest.length > 0;
  return (
    <section className="section" aria-labelledby="items-title" ref={items}>
      <h2 className="section-title" id="items-title">
        {t('approvals.agenda.items')}
      </h2>
      <AgendaItems agenda={agenda} votes={votes} />
      <ActFailed error={votes.error} />
      {acts && (
        <div className={`card ${styles.agendaFoot}`}>
          {votes.picked.length > 0 && (
            <ActButton appearance="primary" busy={votes.busy} busyText={t('common.word.sending')} onClick={send}>
              {t('approvals.agenda.sendVotes', { count: votes.picked.length })}
            </ActButton>
          )}
          {votes.rest.length > 0 && (
            <ActButton
              appearance={votes.picked.length > 0 ? 'secondary' : 'primary'}
              busy={votes.busy}
              busyText={t('common.word.sending')}
              onClick={votes.approveRest}
            >
              {t('approvals.agenda.approveRest', { count: votes.rest.length })}
            </ActButton>
          )}
        </div>
      )}
    </section>
  );
}

interface Asked {
  agenda: AgendaView;
  open: boolean;
  onClose: () => void;
}

function SendDialog({ agenda, open, onClose }: Asked) {
  const { busy, error, press } = useAgendaAct(agenda, 'send', onClose);
  return (
    <ActDialog
      open={open}
      title={t('approvals.agenda.sendTitle', { title: agenda.title })}
      onClose={onClose}
      act={{ text: t('approvals.agenda.sendButton'), busyText: t('common.word.sending'), busy, press }}
    >
      <Consequence first={t('approvals.agenda.sendFirst', { body: t(`roles.${agenda.body}`), count: agenda.items })}>
        <p>{t('approvals.agenda.sendSecond')}</p>
        <CardsLater />
      </Consequence>
      <ActFailed error={error} />
    </ActDialog>
  );
}

function HeldDialog({ agenda, open, onClose }: Asked) {
  const { busy, error, press } = useAgendaAct(agenda, 'close', onClose);
  const { left } = agenda;
  return (
    <ActDialog
      open={open}
      title={t('approvals.agenda.closeTitle')}
      onClose={onClose}
      act={{ text: t('approvals.agenda.closeButton'), busyText: t('common.word.saving'), busy, press }}
    >
      <Consequence first={t('approvals.agenda.closeFirst')}>
        {left > 0 && <p>{t('approvals.agenda.closeLeft', { count: left })}</p>}
      </Consequence>
      <ActFailed error={error} />
    </ActDialog>
  );
}
