import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { Choices } from '../../shared/ui/Choices.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { useDraft } from '../../shared/forms/useDraft.ts';
import { asHours } from '../shared/hours.ts';
import styles from './Tests.module.css';

const kinds = ['decision', 'observation', 'event'] as const;
const longest = 2_000;
const hourSeconds = 3_600;

/** One line in the log; what is being written is kept on this device. */
export function LogForm({ testKey, seconds }: { testKey: string; seconds?: number }) {
  const kept = useDraft<string>(`contingencyLog.${testKey}`);
  const [kind, setKind] = useState<(typeof kinds)[number]>('decision');
  const [text, setText] = useState(kept.found ?? '');
  const [tried, setTried] = useState(false);
  // Sent again after a failure, it is the same entry.
  const [occasion, setOccasion] = useState(() => crypto.randomUUID().slice(0, 8));
  const act = useAct('POST /api/contingency/tests/:testKey/log');
  const empty = text.trim() === '';
  const write = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (empty) return;
    const body = { kind, text, occasion };
    const saved = await act.mutateAsync({ params: { testKey }, body }).catch(() => undefined);
    if (!saved) return;
    setText('');
    kept.forget();
    setTried(false);
    setOccasion(crypto.randomUUID().slice(0, 8));
  };
  const measured = (took: number) =>
    act.mutate({
      params: { testKey },
      body: { kind: 'measured', text: t('contingencyTests.log.backAfter', { hours: asHours(took) }), occasion: 'back' },
    });
  return (
    <form className={styles.testLogForm} noValidate onSubmit={(event) => void write(event)}>
      <Choices
        label={t('contingencyTests.log.what')}
        value={kind}
        options={kinds.map((value) => ({ value, text: t(`contingencyTests.log.kind.${value}`) }))}
        onChange={setKind}
      />
      <Field
        label={t('contingencyTests.log.write')}
        {...(tried && empty ? { validationMessage: t('common.form.required') } : {})}
      >
        <Textarea
          rows={2}
          maxLength={longest}
          value={text}
          onChange={(_, data) => {
            setText(data.value);
            kept.keep(data.value);
          }}
        />
      </Field>
      <div className="filters">
        <ActButton type="submit" appearance="primary" busy={act.isPending} busyText={t('common.word.saving')}>
          {t('contingencyTests.log.add')}
        </ActButton>
        {seconds !== undefined && (
          <Button onClick={() => measured(Math.round((seconds / hourSeconds) * 100) / 100)}>
            {t('contingencyTests.log.back')}
          </Button>
        )}
      </div>
      <ActFailed error={act.error} />
    </form>
  );
}
