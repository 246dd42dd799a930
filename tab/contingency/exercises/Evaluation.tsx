import { Button } from '@fluentui/react-components';
import type { TestView } from '../../../api/contingency/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { asTime, t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { asHours } from '../shared/hours.ts';
import { TextBox } from '../../shared/ui/TextBox.tsx';
import { CriterionResult } from './CriterionResult.tsx';
import { DurationField } from './DurationField.tsx';
import { ImprovementsPart } from './parts/ImprovementsPart.tsx';
import { useEvaluation } from './useEvaluation.ts';
import styles from './Tests.module.css';

const recoveryKey = 'recovery';
const hourMilliseconds = 3_600_000;

/** Evaluation: written by those who manage the test, saved while typing, and closed when complete. */
export function Evaluation({ test }: { test: TestView }) {
  if (!test.abilities.evaluate) return <Notice tone="info">{t('contingencyTests.evaluation.waits')}</Notice>;
  return <EvaluationForm test={test} />;
}

function EvaluationForm({ test }: { test: TestView }) {
  const { written, change, save, savedAt, error, saving } = useEvaluation(test);
  const close = useAct('POST /api/contingency/tests/:testKey/close');
  const finish = async () => {
    if (!(await save())) return;
    const closed = await close.mutateAsync({ params: { testKey: test.key } }).catch(() => undefined);
    if (closed) notify(t(`contingencyTests.evaluation.${closed.passed ? 'closedPassed' : 'closedFailed'}`));
  };
  const fromLog = backAfter(test);
  return (
    <>
      <section className={`card ${styles.testEvaluation}`} aria-labelledby="evaluation">
        <h2 className="section-title" id="evaluation">
          {t('contingencyTests.evaluation.title')}
        </h2>
        <p className="section-text">{t('contingencyTests.evaluation.text')}</p>
        <div className={styles.testWhen}>
          <DurationField
            label={t('contingencyTests.evaluation.recovery')}
            value={written.recovery}
            onChange={(recovery) => change({ recovery })}
          />
          <DurationField
            label={t('contingencyTests.evaluation.dataLoss')}
            hint={t('contingencyTests.evaluation.dataLossHint')}
            value={written.dataLoss}
            onChange={(dataLoss) => change({ dataLoss })}
          />
        </div>
        {fromLog !== undefined && written.recovery === undefined && (
          <div>
            <Button onClick={() => change({ recovery: fromLog })}>
              {t('contingencyTests.evaluation.fromLog', { hours: asHours(fromLog) })}
            </Button>
          </div>
        )}
        <h3 className="card-title">{t('contingencyTests.form.criteria')}</h3>
        {test.criteria.map((criterion) => (
          <CriterionResult
            key={criterion.key}
            criterion={criterion}
            result={written.results.find(({ key }) => key === criterion.key)}
            recovery={criterion.key === recoveryKey ? written.recovery : undefined}
            onChange={(result, note) => change({ results: [result] }, note === undefined ? {} : { note })}
          />
        ))}
        <TextBox
          label={t('contingencyTests.evaluation.wentWell')}
          required
          rows={3}
          value={written.wentWell}
          onChange={(wentWell, from) => change({ wentWell }, { wentWell: from })}
        />
        <TextBox
          label={t('contingencyTests.evaluation.toImprove')}
          hint={t('contingencyTests.evaluation.toImproveHint')}
          required
          rows={3}
          value={written.toImprove}
          onChange={(toImprove, from) => change({ toImprove }, { toImprove: from })}
        />
        <p className="quiet" role="status">
          {saving && t('common.word.saving')}
          {!saving && savedAt && t('contingencyTests.evaluation.saved', { time: asTime(savedAt) })}
        </p>
        <ActFailed error={error} />
      </section>
      <ImprovementsPart of={test} />
      <section className={`card ${styles.testEvaluation}`} aria-labelledby="close-test">
        <h2 className="section-title" id="close-test">
          {t('contingencyTests.evaluation.close')}
        </h2>
        {test.gaps.length > 0 ? (
          <>
            <p>{t('contingencyTests.evaluation.missing')}</p>
            <ul className={styles.testList}>
              {test.gaps.map((gap) => (
                <li key={gap}>{t(`contingencyTests.gap.${gap}`)}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t('contingencyTests.evaluation.ready')}</p>
        )}
        <div>
          <ActButton
            appearance="primary"
            size="large"
            busy={close.isPending}
            busyText={t('common.word.saving')}
            onClick={() => void finish()}
          >
            {t('contingencyTests.evaluation.closeAct')}
          </ActButton>
        </div>
        <ActFailed error={close.error} />
      </section>
    </>
  );
}

/** When the log reports recovery, hours after the start. */
function backAfter({ log, startedAt }: TestView): number | undefined {
  const entry = log.findLast(({ kind }) => kind === 'measured');
  if (!entry || startedAt === undefined) return undefined;
  return Math.max(0, Math.round(((Date.parse(entry.at) - Date.parse(startedAt)) / hourMilliseconds) * 100) / 100);
}
