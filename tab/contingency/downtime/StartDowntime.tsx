import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { TimerRegular } from '@fluentui/react-icons/svg/timer';
import { useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { DowntimePreview } from '../../../api/contingency/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { Choices } from '../../shared/ui/Choices.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { atLeast, atMost } from '../../shared/forms/field-rules.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { notify } from '../../shared/ui/notify.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { downtimePath } from '../shared/contingency-paths.ts';
import { CentreChoice } from './CentreChoice.tsx';
import { Dependants } from './Dependants.tsx';
import { asField, fromField } from './moments.ts';
import { Related } from './Related.tsx';
import { useStepFocus } from './useStepFocus.ts';
import { hitWords, isLimitNow, limitWords, reportWords } from './words.ts';
import styles from './Downtime.module.css';
import personPickerStyles from '../../shared/ui/PersonPicker.module.css';

interface Report {
  note: string;
  since: 'now' | 'earlier' | 'over';
  startedAt: string;
  endedAt: string;
  cause: string;
  centreIds: string[];
}
const [shortestCause, longestCause] = [3, 1_000];

/** Impact and recipients, and the button that starts the clock. */
export function StartDowntime({ assetKey }: { assetKey: string }) {
  const view = useView('GET /api/contingency/downtime-preview', { query: { assetKey } });
  return <Viewed view={view}>{(preview) => <Preview key={assetKey} preview={preview} />}</Viewed>;
}

function Preview({ preview }: { preview: DowntimePreview }) {
  useStepFocus();
  const { asset, services, dependants, related } = preview;
  const start = useStart(preview);
  const isOver = useWatch({ control: start.control, name: 'since' }) === 'over';
  return (
    <Page
      title={reportWords('ask', isOver, { title: asset.title })}
      back={{ to: '/contingency/downtime/new', page: t('downtime.start.other') }}
    >
      <form
        className={`${styles.downtimeForm} ${styles.downtimeParts}`}
        noValidate
        onSubmit={(event) => void start.save(event)}
      >
        <Related related={isOver ? { ...related, needs: [], neededBy: [] } : related} />
        <Consequence first={hitWords(services, preview.centres.length, isOver).join(' ')}>
          <p>{isOver ? t('downtime.start.overText') : toldWords(preview)}</p>
        </Consequence>
        <SinceWhen start={start} />
        <ActFailed error={start.error} />
        <div>
          <ActButton
            type="submit"
            appearance="primary"
            size="large"
            icon={isOver ? <CheckmarkRegular /> : <TimerRegular />}
            busy={start.busy}
            busyText={t(isOver ? 'common.word.saving' : 'downtime.start.going')}
          >
            {t(isOver ? 'downtime.start.goPast' : 'downtime.start.go')}
          </ActButton>
        </div>
        <FormField
          control={start.control}
          name="note"
          label={reportWords('note', isOver)}
          hint={reportWords('noteHint', isOver)}
          rows={2}
          rules={atMost(4_000)}
          optional
        />
        <Centres preview={preview} start={start} isOver={isOver} />
        <ServicesThatStop services={services} isOver={isOver} />
        <Dependants title={t('downtime.start.dependants')} dependants={dependants} />
      </form>
    </Page>
  );
}

/** `11 ISK'er og centerchefer får et kort nu, uanset hvad klokken er.` */
function toldWords({ told: { leaders, others, named } }: DowntimePreview): string {
  const besides = [
    ...(others === 0 ? [] : [t('downtime.start.others', { count: others })]),
    ...(named === 0 ? [] : [t('downtime.start.named', { count: named })]),
  ];
  return t('downtime.start.told', {
    leaders: t('downtime.start.leaders', { count: leaders }),
    others: besides.length === 0 ? t('downtime.start.othersNone') : besides.join(' '),
  });
}

function useStart({ asset, centres }: DowntimePreview) {
  const [, go] = useLocation();
  const [moment] = useState(() => asField(Date.now()));
  const own = centres.map(({ id }) => id);
  const start: Report = { note: '', since: 'now', startedAt: moment, endedAt: moment, cause: '', centreIds: own };
  // The receipt is of what was sent, whatever is chosen when the answer comes.
  const sent = useRef<Report['since']>('now');
  return useForm({
    start,
    draft: `downtime-note.${asset.key}`,
    // Time and centres are current.
    draftOf: ['note'],
    send: ({ note, since, startedAt, endedAt, cause, centreIds }, api) => {
      sent.current = since;
      const earlier = since === 'now' ? undefined : fromField(startedAt);
      const ended = since === 'over' ? fromField(endedAt) : undefined;
      if (since === 'over' && ended === undefined) return undefined;
      const isChosen = centreIds.join() !== own.join();
      const body = {
        assetKey: asset.key,
        note,
        ...(earlier === undefined ? {} : { startedAt: earlier }),
        ...(isChosen ? { centreIds } : {}),
        ...(ended === undefined ? {} : { over: { endedAt: ended, cause } }),
      };
      return api('POST /api/contingency/downtimes', { body });
    },
    refused: { 'over.endedAt': 'endedAt', 'over.cause': 'cause' },
    close: ({ key, existed, noteAdded, added, isOver }) => {
      const without = noteAdded ? 'noteAdded' : 'isRunning';
      if (sent.current === 'over') notify(t('downtime.start.past.saved'));
      else if (isOver) notify(t('downtime.start.isOverSince'));
      else if (existed) notify(t(`downtime.start.${added ? 'added' : without}`));
      go(downtimePath(key), { replace: true });
    },
  });
}
type Start = ReturnType<typeof useStart>;

function SinceWhen({ start: { form, control } }: { start: Start }) {
  const since = useWatch({ control, name: 'since' });
  return (
    <>
      <div className={styles.downtimeSince}>
        <p className={personPickerStyles.foundLabel}>{reportWords('since', since === 'over')}</p>
        <Choices
          label={reportWords('since', since === 'over')}
          value={since}
          onChange={(value) => form.setValue('since', value)}
          options={[
            { value: 'now', text: t('downtime.start.sinceNow') },
            { value: 'earlier', text: t('downtime.start.sinceEarlier') },
            { value: 'over', text: t('downtime.start.isOver') },
          ]}
        />
        {since !== 'now' && (
          <FormField control={control} name="startedAt" type="datetime-local" label={t('downtime.start.sinceField')} />
        )}
        {since === 'over' && (
          <FormField control={control} name="endedAt" type="datetime-local" label={t('downtime.close.endedAt')} />
        )}
      </div>
      {since === 'over' && (
        <FormField
          control={control}
          name="cause"
          label={t('downtime.close.cause')}
          rows={2}
          rules={atLeast(shortestCause, longestCause, t('common.form.required'))}
        />
      )}
    </>
  );
}

/** Expanded when the register has no users of it. */
function Centres(props: { preview: DowntimePreview; start: Start; isOver: boolean }) {
  const { centres, allCentres } = props.preview;
  const { start, isOver } = props;
  return (
    <details className={styles.downtimeMore} open={centres.length === 0 ? true : undefined}>
      <summary>{reportWords('changeCentres', isOver)}</summary>
      {centres.length === 0 && <p>{reportWords('centresNone', isOver)}</p>}
      <CentreChoice control={start.control} name="centreIds" isOver={isOver} centres={allCentres} />
    </details>
  );
}

const firstShown = 10;
function ServicesThatStop({ services, isOver }: Pick<DowntimePreview, 'services'> & { isOver: boolean }) {
  const [all, setAll] = useState(false);
  if (services.length === 0) return null;
  const shown = all ? services : services.slice(0, firstShown);
  return (
    <section className="section" aria-labelledby="downtime-stop">
      <h2 className="section-title" id="downtime-stop">
        {reportWords('services', isOver)}
      </h2>
      <ul className={styles.downtimePlain}>
        {shown.map((service) => (
          <li key={service.key}>
            {service.title}{' '}
            <span className="quiet">
              {[service.centre, isOver && isLimitNow(service) ? '' : limitWords(service)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < services.length && (
        <Button onClick={() => setAll(true)}>
          {t('downtime.live.more', { count: services.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
