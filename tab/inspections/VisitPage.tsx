import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { InspectionView } from '../../api/inspections/contract.ts';
import { dayOf } from '../../api/texts/format.ts';
import { download } from '../shared/api/client.ts';
import { useAct } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { useBegun } from '../shared/ui/Begun.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notifyAfter } from '../shared/ui/notify.ts';
import { Page } from '../shared/ui/Page.tsx';
import { ReasonDialog } from '../shared/forms/ReasonDialog.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { CloseReport } from './CloseReport.tsx';
import { FindingsPart } from './FindingsPart.tsx';
import { Photos } from './Photos.tsx';
import { MoveDialog } from './PlanDialog.tsx';
import { useVisit } from './useVisit.ts';
import { programmePath, reasonsText, walkPath } from './words.ts';
import styles from './Inspections.module.css';

/** One inspection: reason, date, self-assessment, observations, findings, and report. */
export function VisitPage() {
  const { view } = useVisit();
  return <Viewed view={view}>{(visit) => <Visit visit={visit} key={visit.key} />}</Viewed>;
}

function Visit({ visit }: { visit: InspectionView }) {
  // What is written stays when another cancels, holds or closes the visit meanwhile.
  const answers = useBegun(visit.abilities.answer);
  const closes = useBegun(visit.abilities.close);
  const [closed, setClosed] = useState(false);
  return (
    <Page
      title={visit.title}
      above={t(`inspections.state.${visit.state}`)}
      lead={leadOf(visit)}
      back={{ to: programmePath, page: t('inspectionPages.nav.programme') }}
      actions={<Acts visit={visit} />}
    >
      <Why visit={visit} />
      {(visit.state === 'held' || visit.state === 'closed') && <Report visit={visit} />}
      {answers && <AnswerForm visit={visit} />}
      {closes && !closed && <CloseReport visit={visit} onDone={() => setClosed(true)} />}
      <FindingsPart visit={visit} />
      <Seen visit={visit} />
      <Photos visit={visit} />
      <AsOf freshness={visit.freshness} />
    </Page>
  );
}

function leadOf({ state, plannedOn, inspector, heldAt, summary, cancelledReason }: InspectionView): string {
  const who = { name: inspector.name, date: asDate(plannedOn) };
  switch (state) {
    case 'planned':
      return t('inspectionPages.visit.planned', who);
    case 'held':
      return t('inspectionPages.visit.held', { ...who, date: asDate(heldAt ? dayOf(heldAt) : plannedOn) });
    case 'closed':
      return summary;
    case 'cancelled':
      return t('inspectionPages.visit.cancelled', { reason: cancelledReason ?? '' });
  }
}

function Acts({ visit }: { visit: InspectionView }) {
  const { key, abilities } = visit;
  const [asked, setAsked] = useState<'cancel' | 'move'>();
  const close = () => setAsked(undefined);
  const hold = useAct('POST /api/inspections/:inspectionKey/hold');
  return (
    <>
      {abilities.plan && (
        <>
          <Button appearance="subtle" onClick={() => setAsked('cancel')}>
            {t('inspectionPages.visit.cancel')}
          </Button>
          <Button onClick={() => setAsked('move')}>{t('inspectionPages.move.act')}</Button>
        </>
      )}
      {abilities.walk && <ButtonLink to={walkPath(key)}>{t('inspectionPages.visit.walk')}</ButtonLink>}
      {abilities.hold && (
        <ActButton
          appearance="primary"
          busy={hold.isPending}
          busyText={t('inspectionPages.saving')}
          onClick={() =>
            notifyAfter(hold.mutateAsync({ params: { inspectionKey: key } }), t('inspectionPages.visit.isHeld'))
          }
        >
          {t('inspectionPages.visit.hold')}
        </ActButton>
      )}
      <ActFailed error={hold.error} />
      {asked === 'cancel' && <CancelDialog visit={visit} onClose={close} />}
      {asked === 'move' && <MoveDialog visit={visit} onClose={close} />}
    </>
  );
}

function CancelDialog({ visit: { key, title }, onClose }: { visit: InspectionView; onClose: () => void }) {
  return (
    <ReasonDialog
      title={t('inspectionPages.visit.cancelAsk', { title })}
      words={{
        consequence: t('inspectionPages.visit.cancelText'),
        reason: t('common.word.reason'),
        missing: t('contingencyTests.reasonMissing'),
        button: t('inspectionPages.visit.cancel'),
        busy: t('inspectionPages.saving'),
        saved: t('inspectionPages.visit.isCancelled'),
      }}
      longest={500}
      send={(body, api) => api('POST /api/inspections/:inspectionKey/cancel', { params: { inspectionKey: key }, body })}
      onClose={onClose}
    />
  );
}

function Why({ visit }: { visit: InspectionView }) {
  const { centre, place, reasons, why, checklist, answeredAt, answeredBy, answerBy, state } = visit;
  return (
    <section className="card" aria-labelledby="visit-why">
      <h2 className="section-title" id="visit-why">
        {t('inspections.report.about')}
      </h2>
      <dl className={styles.particulars}>
        <dt>{t('inspections.report.unit')}</dt>
        <dd>{[centre.title, place].filter(Boolean).join(', ')}</dd>
        <dt>{t('inspections.report.why')}</dt>
        <dd>{[why, reasonsText(reasons)].filter(Boolean).join(' · ')}</dd>
        <dt>{t('inspectionPages.plan.checklist')}</dt>
        <dd>{t('inspectionPages.visit.version', { title: checklist.title, version: checklist.version })}</dd>
        {checklist.how && (
          <>
            <dt>{t('inspectionPages.visit.how')}</dt>
            <dd>{checklist.how}</dd>
          </>
        )}
        <dt>{t('inspectionPages.visit.answer')}</dt>
        <dd>
          {answeredAt && answeredBy
            ? t('inspectionPages.visit.answeredBy', { name: answeredBy.name, date: asDate(dayOf(answeredAt)) })
            : t(state === 'planned' ? 'inspectionPages.visit.answerBy' : 'inspections.report.notAnswered', {
                date: asDate(answerBy),
              })}
        </dd>
      </dl>
    </section>
  );
}

/** The final report. */
function Report({ visit: { key } }: { visit: InspectionView }) {
  const params = { inspectionKey: key };
  const word = useMutation({
    mutationFn: () => download('GET /api/inspections/:inspectionKey/report.docx', { params }),
  });
  const pdf = useMutation({ mutationFn: () => download('GET /api/inspections/:inspectionKey/report.pdf', { params }) });
  return (
    <div className="filters">
      <DownloadButton file={word} busyText={t('inspectionPages.report.making')}>
        {t('common.word.word')}
      </DownloadButton>
      <DownloadButton file={pdf} busyText={t('inspectionPages.report.making')}>
        {t('common.word.pdf')}
      </DownloadButton>
    </div>
  );
}

type Item = InspectionView['items'][number];

/** By item: the unit's self-assessment, and the observation. */
const Seen = ({ visit }: { visit: InspectionView }) => (
  <section className="card" aria-labelledby="visit-seen">
    <h2 className="section-title" id="visit-seen">
      {t('inspections.report.items')}
    </h2>
    <ol className={styles.items}>
      {visit.items.map((item) => (
        <li key={item.key} className={styles.item}>
          <h3 className="card-title">{item.question}</h3>
          <p className="quiet">{item.criterion}</p>
          <dl className={styles.particulars}>
            <Line label={t('inspections.report.unitSays')} text={answerOf(item)} />
            <Line label={t('inspections.report.weSaw')} text={resultOf(item)} />
            {item.sample && <Line label={t('inspectionPages.seen.sample')} text={item.sample} />}
          </dl>
        </li>
      ))}
    </ol>
  </section>
);

const Line = ({ label, text }: { label: string; text: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{text}</dd>
  </>
);

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(': ');
const answerOf = ({ answer, answerNote }: Item): string =>
  answer ? joined(t(`inspections.answer.${answer}`), answerNote) : t('inspectionPages.seen.nothing');
const resultOf = ({ result, seen }: Item): string =>
  result ? joined(t(`inspections.result.${result}`), seen) : t('inspectionPages.seen.nothing');
