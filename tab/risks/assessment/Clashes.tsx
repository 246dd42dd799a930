import { Button } from '@fluentui/react-components';
import type { AssessedRisk, AssessmentView } from '../../../api/risks/contract.ts';
import { asTime, t, textOf } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { stepText } from '../parts/risk-words.ts';
import type { Draft } from './useAssessment.ts';
import styles from './Assessment.module.css';

type Clash = Draft['saving']['clashes'][number];

/** Fields changed by another since opening: theirs applies until the reader chooses. */
export function Clashes({ draft, risk }: { draft: Draft; risk: AssessedRisk }) {
  const clashes = draft.saving.clashes.filter(({ group }) => group === risk.threatKey);
  return clashes.map((clash) => (
    <Notice
      key={clash.field}
      tone="warning"
      live
      title={t('riskAssessment.clash.title', { field: fieldText(clash.field) })}
      actions={
        <>
          <Button onClick={() => draft.choose(clash, 'mine')}>{t('riskAssessment.clash.mine')}</Button>
          <Button appearance="primary" onClick={() => draft.choose(clash, 'theirs')}>
            {t('riskAssessment.clash.theirs')}
          </Button>
        </>
      }
    >
      <p>{whoText(clash)}</p>
      <dl className={styles.assessClash}>
        <dt>{t('riskAssessment.clash.theirValue')}</dt>
        <dd>{valueText(clash, clash.theirs, risk, draft.view.scale)}</dd>
        <dt>{t('riskAssessment.clash.myValue')}</dt>
        <dd>{valueText(clash, clash.mine, risk, draft.view.scale)}</dd>
      </dl>
    </Notice>
  ));
}

function whoText({ by, at }: Clash): string {
  if (!by) return t('riskAssessment.clash.somebody');
  return at
    ? t('riskAssessment.clash.whoAt', { name: by.name, time: asTime(at) })
    : t('riskAssessment.clash.who', { name: by.name });
}

/** `Sandsynlighed, nu` or `Fortrolighed for de registrerede, uden kontroller`. */
function fieldText(field: string): string {
  const [stage, part, view, dimension] = field.split('.');
  const atStage = (textOf(`risks.stage.${stage}`) ?? '').toLocaleLowerCase();
  if (part === 'likelihood') return t('riskAssessment.clash.likelihood', { stage: atStage });
  if (part === 'consequence')
    return t('riskAssessment.clash.consequence', {
      dimension: textOf(`risks.dimension.${dimension}`) ?? '',
      view: (textOf(`risks.view.${view}`) ?? '').toLocaleLowerCase(),
      stage: atStage,
    });
  return textOf(`riskAssessment.clash.field.${field}`) ?? field;
}

function valueText(clash: Clash, value: Clash['theirs'], risk: AssessedRisk, scale: AssessmentView['scale']): string {
  if (value === null || value === '') return t('riskAssessment.clash.empty');
  if (typeof value === 'number') {
    const steps = clash.field.endsWith('likelihood') ? scale.likelihood : scale.consequence;
    return stepText(value, steps[value - 1]?.word ?? '');
  }
  if (Array.isArray(value)) {
    const titles = new Map(risk.controls.map(({ key, title }) => [key, title]));
    return value.map((key) => titles.get(key) ?? key).join(', ') || t('riskAssessment.clash.empty');
  }
  if (typeof value === 'string')
    return clash.field === 'treatment' ? (textOf(`risks.treatment.${value}`) ?? value) : value;
  return '';
}
