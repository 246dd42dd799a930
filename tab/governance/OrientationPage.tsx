import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OrientationView, SentOrientation, SubjectView, SuggestionView } from '../../api/governance/contract.ts';
import { OrganisationNav } from '../shared/navigation/OrganisationNav.tsx';
import { download } from '../shared/api/client.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { asDate, asMoment, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notifyAfter } from '../shared/ui/notify.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import looks from './Governance.module.css';
import { IntroDialog, SendDialog, SubjectDialog, type SubjectStart } from './OrientationDialogs.tsx';

/** Subjects for Byrådet, suggestions, and what has been sent (R11). */
export function OrientationPage() {
  const view = useView('GET /api/governance/orientation', {});
  return <Viewed view={view}>{(orientation) => <Orientation view={orientation} />}</Viewed>;
}

type Asking = { what: 'subject'; start: SubjectStart } | { what: 'intro' } | { what: 'send' };

/** Before it is sent, each suggestion's sentence is replaced by words. */
function toSend(subjects: readonly SubjectView[]): Asking {
  const unwritten = subjects.find(({ asks }) => asks !== undefined);
  return unwritten ? { what: 'subject', start: { ...unwritten, changes: true, sends: true } } : { what: 'send' };
}

function Orientation({ view }: { view: OrientationView }) {
  const [asking, setAsking] = useState<Asking>();
  const { subjects, abilities, sent, suggestions, number } = view;
  const close = () => setAsking(undefined);
  const preview = useMutation({ mutationFn: () => download('GET /api/governance/orientation.docx', {}) });
  const add = () => setAsking({ what: 'subject', start: { key: `new-${String(number)}` } });
  return (
    <Page
      title={
        subjects.length === 0
          ? t('governance.orientation.answer.empty')
          : t('governance.orientation.answer.some', { count: subjects.length })
      }
      above={t('governance.orientation.title')}
      lead={t('governance.orientation.lead')}
      actions={
        <>
          {subjects.length > 0 && (
            <DownloadButton file={preview} busyText={t('governance.management.wordBusy')}>
              {t('governance.orientation.preview')}
            </DownloadButton>
          )}
          {abilities.send && (
            <Button appearance="primary" onClick={() => setAsking(toSend(subjects))}>
              {t('governance.orientation.send.press')}
            </Button>
          )}
        </>
      }
    >
      <OrganisationNav />
      <div className={looks.parts}>
        <section className="card" aria-labelledby="orientation-subjects">
          <div className="section-head">
            <h2 className="card-title" id="orientation-subjects">
              {t('governance.orientation.subjects', { number })}
            </h2>
            {abilities.write && <Button onClick={add}>{t('governance.orientation.add')}</Button>}
          </div>
          <Intro view={view} onWrite={() => setAsking({ what: 'intro' })} />
          {subjects.length === 0 && <p>{t('governance.orientation.noSubjects')}</p>}
          {subjects.map((subject) => (
            <Subject
              key={subject.key}
              subject={subject}
              mayWrite={abilities.write}
              onChange={() => setAsking({ what: 'subject', start: { ...subject, changes: true } })}
            />
          ))}
        </section>
        {suggestions.length > 0 && (
          <section className="card" aria-labelledby="orientation-suggestions">
            <h2 className="card-title" id="orientation-suggestions">
              {t('governance.orientation.suggestions')}
            </h2>
            <p className="quiet">{t('governance.orientation.suggestionsText')}</p>
            {suggestions.map((one) => (
              <Suggestion key={one.key} suggestion={one} onTake={(start) => setAsking({ what: 'subject', start })} />
            ))}
          </section>
        )}
        <Sent sent={sent} />
      </div>
      <AsOf freshness={view.freshness} />
      {asking?.what === 'subject' && <SubjectDialog key={asking.start.key} start={asking.start} onClose={close} />}
      {asking?.what === 'intro' && <IntroDialog view={view} onClose={close} />}
      {asking?.what === 'send' && <SendDialog view={view} onClose={close} />}
    </Page>
  );
}

function Intro({ view: { intro, abilities }, onWrite }: { view: OrientationView; onWrite: () => void }) {
  if (intro === '' && !abilities.write) return null;
  return (
    <div className={looks.subject}>
      <h3 className="card-title">{t('governance.orientation.intro')}</h3>
      <p className={looks.text}>{intro === '' ? t('governance.orientation.introNone') : intro}</p>
      {abilities.write && (
        <div className={looks.presses}>
          <Button size="small" onClick={onWrite}>
            {t(intro === '' ? 'governance.orientation.introWrite' : 'governance.orientation.introChange')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Subject(props: { subject: SubjectView; mayWrite: boolean; onChange: () => void }) {
  const { key, title, text, path, addedBy, addedAt } = props.subject;
  const remove = useAct('DELETE /api/governance/orientation/subjects/:subjectKey');
  const press = () =>
    notifyAfter(remove.mutateAsync({ params: { subjectKey: key } }), t('governance.orientation.removed'));
  return (
    <article className={looks.subject}>
      <h3 className="card-title">{title}</h3>
      {text !== '' && <p className={looks.text}>{text}</p>}
      <p className="quiet">
        {t('governance.orientation.addedBy', { name: addedBy.name, date: asMoment(addedAt) })}
        {path !== undefined && (
          <>
            {' · '}
            <Link href={path} aria-label={t('governance.orientation.recordOf', { title })}>
              {t('governance.orientation.record')}
            </Link>
          </>
        )}
      </p>
      {props.mayWrite && (
        <div className={looks.presses}>
          <Button size="small" aria-label={t('common.word.changeOf', { title })} onClick={props.onChange}>
            {t('common.word.change')}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={t('governance.orientation.removeOf', { title })}
            disabled={remove.isPending}
            onClick={press}
          >
            {t('governance.orientation.remove')}
          </Button>
        </div>
      )}
      <ActFailed error={remove.error} />
    </article>
  );
}

function Suggestion(props: { suggestion: SuggestionView; onTake: (start: SubjectStart) => void }) {
  const { key, kind, title, content, path } = props.suggestion;
  return (
    <article className={looks.subject}>
      <h3 className="card-title">{title}</h3>
      <p className="quiet">
        <span className="tag">{t(`governance.orientation.kinds.${kind}`)}</span>{' '}
        <Link href={path} aria-label={t('governance.orientation.recordOf', { title })}>
          {t('governance.orientation.record')}
        </Link>
      </p>
      <div className={looks.presses}>
        <Button
          size="small"
          aria-label={t('governance.orientation.takeOf', { title })}
          onClick={() => props.onTake({ key, ...content, path, suggestion: key })}
        >
          {t('governance.orientation.take')}
        </Button>
      </div>
    </article>
  );
}

function Sent({ sent }: { sent: readonly SentOrientation[] }) {
  return (
    <section className="card" aria-labelledby="orientation-sent">
      <h2 className="card-title" id="orientation-sent">
        {t('governance.orientation.sent')}
      </h2>
      {sent.length === 0 ? (
        <p>{t('governance.orientation.sentNone')}</p>
      ) : (
        <DataTable
          caption={t('governance.orientation.sentCaption')}
          columns={sentColumns()}
          rows={sent}
          rowKey={({ key }) => key}
        />
      )}
    </section>
  );
}

const sentColumns = (): Column<SentOrientation>[] => [
  { key: 'number', title: t('governance.orientation.number'), cell: ({ number }) => String(number) },
  { key: 'sentOn', title: t('governance.orientation.sentOn'), short: true, cell: ({ sentOn }) => asDate(sentOn) },
  { key: 'sentBy', title: t('governance.orientation.sentBy'), cell: ({ sentBy }) => sentBy.name },
  { key: 'told', title: t('governance.orientation.told'), cell: ({ subjects }) => subjects.join(' · ') },
  {
    key: 'document',
    title: t('governance.orientation.document'),
    cell: (one) => <SentDocument one={one} />,
  },
];

function SentDocument({ one: { key, number, hash } }: { one: SentOrientation }) {
  const params = { orientationKey: key };
  const file = useMutation({
    mutationFn: () => download('GET /api/governance/orientations/:orientationKey/document', { params }),
  });
  return (
    <>
      <DownloadButton file={file} busyText={t('common.word.downloading')}>
        {t('governance.orientation.open', { number })}
      </DownloadButton>
      <p className={looks.sentHash}>{t('governance.orientation.hash', { hash })}</p>
    </>
  );
}
