import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { Choices } from '../../shared/ui/Choices.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { written } from '../../shared/forms/field-rules.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { asHours } from '../shared/hours.ts';
import styles from './Tests.module.css';

const kinds = ['decision', 'observation', 'event'] as const;
const longest = 2_000;
const hourSeconds = 3_600;
/** Key of the draft of a line in a test's log. */
export const logDraft = (testKey: string): string => `contingencyLog.${testKey}`;
const newOccasion = () => crypto.randomUUID().slice(0, 8);

/** One log entry; its draft is saved on this device. */
export function LogForm({ testKey, seconds }: { testKey: string; seconds?: number }) {
  const [kind, setKind] = useState<(typeof kinds)[number]>('decision');
  // A retry has the same key.
  const [occasion, setOccasion] = useState(newOccasion);
  const state = useForm({
    start: { text: '' },
    draft: logDraft(testKey),
    send: ({ text }, api) =>
      api('POST /api/contingency/tests/:testKey/log', { params: { testKey }, body: { kind, text, occasion } }),
    close: () => setOccasion(newOccasion()),
    stays: true,
  });
  const act = useAct('POST /api/contingency/tests/:testKey/log');
  const measured = (took: number) =>
    act.mutate({
      params: { testKey },
      body: { kind: 'measured', text: t('contingencyTests.log.backAfter', { hours: asHours(took) }), occasion: 'back' },
    });
  return (
    <form className={styles.testLogForm} noValidate onSubmit={(event) => void state.save(event)}>
      <Choices
        label={t('contingencyTests.log.what')}
        value={kind}
        options={kinds.map((value) => ({ value, text: t(`contingencyTests.log.kind.${value}`) }))}
        onChange={setKind}
      />
      <FormField
        control={state.control}
        name="text"
        label={t('contingencyTests.log.write')}
        rows={2}
        rules={written(longest)}
        optional
      />
      <div className="filters">
        <ActButton type="submit" appearance="primary" busy={state.busy} busyText={t('common.word.saving')}>
          {t('contingencyTests.log.add')}
        </ActButton>
        {seconds !== undefined && (
          <Button onClick={() => measured(Math.round((seconds / hourSeconds) * 100) / 100)}>
            {t('contingencyTests.log.back')}
          </Button>
        )}
      </div>
      <ActFailed error={state.error ?? act.error} />
    </form>
  );
}
