import { useWatch } from 'react-hook-form';
import type { RetentionKind } from '../../api/retention/contract.ts';
import { FormCheck } from '../shared/forms/FormCheck.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';

const daysIn = (text: string): number => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : 0);

/** Retention time of one kind, with or without nightly deletion, and the consequence. */
export function RetentionDialog(props: {
  row: RetentionKind;
  mostDays: number;
  title: string;
  open: boolean;
  onClose: () => void;
}) {
  const { row, mostDays, title, open, onClose } = props;
  const { kind, leastDays: least } = row;
  const state = useForm({
    start: { days: String(row.days), isOn: row.isOn },
    shared: {
      etag: row.etag,
      names: { days: t('retention.dialog.days'), isOn: t('retention.dialog.isOn') },
      latest: async (read) => {
        const now = (await read('GET /api/retention', {})).kinds.find((one) => one.kind === kind);
        return now && { values: { days: String(now.days), isOn: now.isOn }, etag: now.etag };
      },
    },
    send: ({ days, isOn }, api, { etag: expected }) =>
      api('PUT /api/retention/:kind', { params: { kind }, body: { days: daysIn(days), isOn, expected } }),
    saved: t('retention.dialog.saved'),
    close: onClose,
  });
  const { control } = state;
  const [days, isOn] = useWatch({ control, name: ['days', 'isOn'] });
  const wrong = t('retention.dialog.wrong', { least: asNumber(least), most: asNumber(mostDays) });
  return (
    <FormDialog open={open} title={t('retention.dialog.title', { kind: title })} onClose={onClose} state={state}>
      <FormField
        control={control}
        name="days"
        label={t('retention.dialog.days')}
        hint={t('retention.dialog.hint', { least: asNumber(least), usual: asNumber(row.usualDays) })}
        inputMode="numeric"
        rules={{ validate: (_, values) => (daysIn(values.days) >= least && daysIn(values.days) <= mostDays) || wrong }}
      />
      <FormCheck control={control} name="isOn">
        {t('retention.dialog.isOn')}
      </FormCheck>
      {isOn && (
        <Consequence
          first={
            daysIn(days) === row.days
              ? t('retention.dialog.onText', { count: row.due.things })
              : t('retention.dialog.unknown')
          }
        >
          {null}
        </Consequence>
      )}
    </FormDialog>
  );
}
