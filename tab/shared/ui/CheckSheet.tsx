import { t } from '../texts/texts.ts';
import { ActButton } from './ActButton.tsx';
import { ActFailed } from './Failed.tsx';

/** Checks a list of an import before anything is written. */
export function CheckSheet(props: {
  form: { checked?: unknown; checking: boolean; checkError: Parameters<typeof ActFailed>[0]['error'] };
  onCheck: () => void;
}) {
  const { form } = props;
  return (
    <>
      <div>
        <ActButton
          appearance={form.checked ? 'secondary' : 'primary'}
          busy={form.checking}
          busyText={t('files.sheet.checking')}
          onClick={props.onCheck}
        >
          {t('files.sheet.check')}
        </ActButton>
      </div>
      <ActFailed error={form.checkError} />
    </>
  );
}
