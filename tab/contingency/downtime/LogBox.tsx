import { Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { atLeast } from '../../shared/forms/field-rules.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { logDraft } from './log-draft.ts';
import { TimeLine } from './TimeLine.tsx';
import styles from './Downtime.module.css';

const kinds = ['event', 'decision', 'observation'] as const;
type Kind = (typeof kinds)[number];
const [shortest, longest] = [2, 2_000];

/** The running log. */
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
  const [kind, setKind] = useState<Kind>('event');
  const state = useForm({
    start: { text: '' },
    draft: logDraft(downtimeKey),
    send: ({ text }, api) =>
      api('POST /api/contingency/downtimes/:downtimeKey/log', { params: { downtimeKey }, body: { kind, text } }),
    saved: t('downtime.live.logged'),
    close: () => undefined,
    stays: true,
  });
  return (
    <form className={styles.downtimeForm} noValidate onSubmit={(event) => void state.save(event)}>
      <FormField
        control={state.control}
        name="text"
        label={t('downtime.live.logField')}
        rows={2}
        rules={atLeast(shortest, longest, t('downtime.live.logEmpty'))}
        optional
      />
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
        <ActButton type="submit" busy={state.busy} busyText={t('downtime.live.logAdding')}>
          {t('downtime.live.logAdd')}
        </ActButton>
      </div>
      <ActFailed error={state.error} />
    </form>
  );
}
