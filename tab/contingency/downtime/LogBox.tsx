import { Field, Select, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { useDraft } from '../../shared/forms/useDraft.ts';
import { notify } from '../../shared/ui/notify.ts';
import { TimeLine } from './TimeLine.tsx';
import styles from './Downtime.module.css';

const kinds = ['event', 'decision', 'observation'] as const;
type Kind = (typeof kinds)[number];
const longest = 2_000;

/** What happens, written down while it happens. */
export function LogBox({ downtime }: { downtime: DowntimeView }) {
  return (
    <section className="card" aria-labelledby="downtime-log">
      <h2 className="section-title" id="downtime-log">
        {t('downtime.live.log')}
      </h2>
      {downtime.abilities.log && (
        <>
          <p className="section-text">{t('downtime.live.logText')}</p>
          <LogForm downtimeKey={downtime.key} />
        </>
      )}
      <TimeLine downtime={downtime} />
    </section>
  );
}

function LogForm({ downtimeKey }: { downtimeKey: string }) {
  const { found, keep, forget } = useDraft<string>(`downtime-log.${downtimeKey}`);
  const [text, setText] = useState(found ?? '');
  const [kind, setKind] = useState<Kind>('event');
  const [tried, setTried] = useState(false);
  const act = useAct('POST /api/contingency/downtimes/:downtimeKey/log');
  const empty = text.trim().length < 2;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (empty) return;
    const sent = await act.mutateAsync({ params: { downtimeKey }, body: { kind, text } }).catch(() => undefined);
    if (!sent) return;
    setText('');
    setTried(false);
    forget();
    notify(t('downtime.live.logged'));
  };
  return (
    <form className={styles.downtimeForm} noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={t('downtime.live.logField')}
        {...(tried && empty ? { validationMessage: t('downtime.live.logEmpty') } : {})}
      >
        <Textarea
          rows={2}
          resize="vertical"
          maxLength={longest}
          value={text}
          onChange={(_, data) => {
            setText(data.value);
            keep(data.value);
          }}
        />
      </Field>
      <div className="filters">
        <Select
          aria-label={t('downtime.live.logKind')}
          value={kind}
          onChange={(_, data) => setKind(kinds.find((known) => known === data.value) ?? 'event')}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`downtime.live.kind.${one}`)}
            </option>
          ))}
        </Select>
        <ActButton type="submit" busy={act.isPending} busyText={t('downtime.live.logAdding')}>
          {t('downtime.live.logAdd')}
        </ActButton>
      </div>
      <ActFailed error={act.error} />
    </form>
  );
}
