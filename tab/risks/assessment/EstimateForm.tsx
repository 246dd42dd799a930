import { Field, Select } from '@fluentui/react-components';
import { useId } from 'react';
import type { RiskStage, ScaleView, View } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { completed, consequenceField, likelihoodField, type Estimates } from './estimates.ts';
import { dimensions, stepText, views } from '../parts/risk-words.ts';
import { Choice } from '../../shared/ui/Choice.tsx';
import styles from './Assessment.module.css';

interface Props {
  scale: ScaleView;
  /** Whose consequences are assessed. */
  assessed: readonly View[];
  estimates: Estimates;
  stage: RiskStage;
  /** A step by its field's name; null clears it. */
  onSet: (field: string, step: number | null) => void;
}
type Steps = ScaleView['likelihood'];

const stepOf = (steps: Steps, step: number | undefined) => (step === undefined ? undefined : steps[step - 1]);
const before = (stage: RiskStage): RiskStage | undefined =>
  ({ inherent: undefined, current: 'inherent', target: 'current' } as const)[stage];

/** Likelihood and consequence at one stage. A later stage has its changes only. */
export function EstimateForm(props: Props) {
  const { estimates, stage } = props;
  const earlier = before(stage);
  const whole = completed(estimates);
  return (
    <>
      <p className="section-text">{t(`riskAssessment.stages.about.${stage}`)}</p>
      <Likelihood {...props} inherited={earlier && whole[earlier].likelihood} />
      <div className={styles.assessViews}>
        {views
          .filter((view) => props.assessed.includes(view))
          .map((view) => (
            <Consequence key={view} {...props} view={view} inherited={earlier && whole[earlier].consequence[view]} />
          ))}
      </div>
    </>
  );
}

function Likelihood({ scale, estimates, stage, onSet, inherited }: Props & { inherited: number | undefined }) {
  const steps = scale.likelihood;
  const chosen = estimates[stage].likelihood;
  const name = useId();
  const set = (step: number | null) => onSet(likelihoodField(stage), step);
  return (
    <fieldset className={`choices ${styles.assessSteps}`}>
      <legend>{t('riskAssessment.likelihood')}</legend>
      {stage !== 'inherent' && (
        <Choice
          name={name}
          checked={chosen === undefined}
          onChange={() => set(null)}
          title={asBefore(steps, inherited)}
        />
      )}
      {steps.map(({ word, description }, index) => (
        <Choice
          key={index}
          name={name}
          checked={chosen === index + 1}
          onChange={() => set(index + 1)}
          title={stepText(index + 1, word)}
          text={description}
        />
      ))}
    </fieldset>
  );
}

function asBefore(steps: Steps, inherited: number | undefined): string {
  const step = stepOf(steps, inherited);
  return step && inherited !== undefined
    ? t('riskAssessment.stages.unchanged', { step: stepText(inherited, step.word) })
    : t('riskAssessment.stages.unchangedUnknown');
}

function Consequence(props: Props & { view: View; inherited: Partial<Record<string, number>> | undefined }) {
  const { scale, estimates, stage, view, inherited, onSet } = props;
  const steps = scale.consequence;
  const chosen = estimates[stage].consequence[view] ?? {};
  const worst = Math.max(0, ...dimensions.map((dimension) => chosen[dimension] ?? inherited?.[dimension] ?? 0));
  const meaning = stepOf(steps, worst || undefined);
  return (
    <fieldset className={styles.assessView}>
      <legend>{t('riskAssessment.consequenceFor', { view: t(`risks.view.${view}`).toLocaleLowerCase() })}</legend>
      <p className="quiet">{t(`riskAssessment.viewAbout.${view}`)}</p>
      <div className={styles.assessTriple}>
        {dimensions.map((dimension) => (
          <Field key={dimension} label={t(`risks.dimension.${dimension}`)}>
            <Select
              value={String(chosen[dimension] ?? '')}
              onChange={(_, { value }) =>
                onSet(consequenceField(stage, view, dimension), value === '' ? null : Number(value))
              }
            >
              <option value="">
                {stage === 'inherent' ? t('risks.treatment.none') : asBefore(steps, inherited?.[dimension])}
              </option>
              {steps.map(({ word }, index) => (
                <option key={index} value={index + 1}>
                  {stepText(index + 1, word)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      {meaning && (
        <p className="quiet">
          {t('riskAssessment.worstOfView', { step: stepText(worst, meaning.word) })} {meaning.description}
        </p>
      )}
    </fieldset>
  );
}
