import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { RetentionKind } from '../../api/retention/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { notify } from '../shared/ui/notify.ts';
import { Check } from '../shared/ui/Check.tsx';

/** For how long one kind is kept, and whether the night deletes what is older, with what that means. */
export function RetentionDialog(props: {
  row: RetentionKind;
  mostDays: number;
  title: string;
  open: boolean;
  onClose: () => void;
}) {
  const { row, mostDays, title, open, onClose } = props;
  const [days, setDays] = useState(String(row.days));
  const [isOn, setOn] = useState(row.isOn);
  const [tried, setTried] = useState(false);
  const act = useAct('PUT /api/retention/:kind');
  const least = row.leastDays;
  const typed = /^\d{1,5}$/.test(days.trim()) ? Number(days) : 0;
  const isRight = typed >= least && typed <= mostDays;
  const submit = async () => {
    setTried(true);
    if (!isRight || act.isPending) return;
    await act.mutateAsync({ params: { kind: row.kind }, body: { days: typed, isOn } }).then(
      () => {
        notify(t('retention.dialog.saved'));
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <FormDialog
      open={open}
      title={t('retention.dialog.title', { kind: title })}
      onClose={onClose}
      onSubmit={async (event) => {
        event.preventDefault();
        await submit();
      }}
      button={t('common.save')}
      busyText={t('common.word.saving')}
      busy={act.isPending}
      error={act.error}
    >
      <Field
        label={t('retention.dialog.days')}
        required
        hint={t('retention.dialog.hint', { least: asNumber(least), usual: asNumber(row.usualDays) })}
        {...(tried && !isRight
          ? { validationMessage: t('retention.dialog.wrong', { least: asNumber(least), most: asNumber(mostDays) }) }
          : {})}
      >
        <Input inputMode="numeric" value={days} onChange={(_, data) => setDays(data.value)} />
      </Field>
      <Check checked={isOn} onChange={(event) => setOn(event.target.checked)}>
        {t('retention.dialog.isOn')}
      </Check>
      {isOn && (
        <Consequence
          first={
            typed === row.days ? t('retention.dialog.onText', { count: row.due.things }) : t('retention.dialog.unknown')
          }
        >
          {null}
        </Consequence>
      )}
    </FormDialog>
  );
}
