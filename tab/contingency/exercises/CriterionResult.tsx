import type { TestCriterion } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { TextBox } from '../../shared/ui/TextBox.tsx';
import { Radios } from '../../risks/parts/Radios.tsx';
import { asHours } from '../shared/hours.ts';
import { DurationField } from './DurationField.tsx';
import { againstLimit } from './test-words.ts';
import type { Written } from './unsaved-evaluation.ts';
import styles from './Tests.module.css';

type Result = Written['results'][number];
const longestNote = 500;
const answers = ['yes', 'no', ''] as const;

/** Whether one criterion was met: measured, or answered. */
export function CriterionResult(props: {
  criterion: TestCriterion;
  result: Result | undefined;
  /** The test's own recovery, if the criterion is about that. */
  recovery: number | undefined;
  /** With what the note's box showed before, where it is the note that changes. */
  onChange: (result: Result, note?: string) => void;
}) {
  const { criterion, result, recovery, onChange } = props;
  const { key, text, hours } = criterion;
  const isRecovery = key === 'recovery';
  const change = (part: Partial<Result>, from?: string) =>
    onChange({ key, met: false, note: '', ...result, ...part }, from);
  const measured = isRecovery ? (recovery ?? result?.hours) : result?.hours;
  return (
    <div className={styles.testResult} role="group" aria-label={text}>
      <p className={styles.testResultText}>{text}</p>
      {hours !== undefined && isRecovery && <p className="quiet">{t('contingencyTests.evaluation.ownRecovery')}</p>}
      {hours !== undefined && !isRecovery && (
        <DurationField
          label={t('contingencyTests.evaluation.measured', { hours: asHours(hours) })}
          value={result?.hours}
          onChange={(took) => {
            const { hours: _, ...rest } = { met: false, note: '', ...result, key, hours: 0 };
            onChange(took === undefined ? rest : { ...rest, met: took <= hours, hours: took });
          }}
        />
      )}
      {hours !== undefined && measured !== undefined && <p>{againstLimit(measured, hours)}</p>}
      {hours === undefined && (
        <Radios
          label={text}
          value={answerOf(result)}
          options={answers
            .filter((value) => value !== '')
            .map((value) => ({ value, text: t(`contingencyTests.evaluation.${value}`) }))}
          onChange={(value) => change({ met: value === 'yes' })}
        />
      )}
      <TextBox
        label={t('common.word.note')}
        maxLength={longestNote}
        value={result?.note ?? ''}
        onChange={(note, from) => {
          if (result || note !== '') change({ note }, from);
        }}
      />
    </div>
  );
}

function answerOf(result: Result | undefined): (typeof answers)[number] {
  if (!result) return '';
  return result.met ? 'yes' : 'no';
}
