import type { AssessedRisk, AssessmentView } from '../../../api/risks/contract.ts';
import { asDate, t, textOf } from '../../shared/texts/texts.ts';
import { stepText } from '../parts/risk-words.ts';
import type { FieldValue } from './estimates.ts';

/** A field of a risk: `Sandsynlighed, nu` or `Fortrolighed for de registrerede, uden kontroller`. */
export function fieldText(field: string): string {
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

/** A field of the assessment itself. */
export function aboutText(field: string): string {
  const [part, question] = field.split('.');
  if (part === 'quick' && question !== 'note') return textOf(`riskAssessment.quick.question.${question}`) ?? field;
  return field === 'note' ? t('common.word.note') : (textOf(`riskAssessment.${aboutNames[field]}`) ?? field);
}
const aboutNames: Readonly<Record<string, string>> = {
  guests: 'about.guests',
  heldOn: 'about.heldOn',
  reviewMonths: 'about.interval',
  views: 'about.views',
  'quick.note': 'quick.note',
};

export function aboutSaid(field: string, value: FieldValue): string {
  if (value === null || value === '') return t('riskAssessment.clash.empty');
  if (Array.isArray(value)) return value.map((view) => textOf(`risks.view.${view}`) ?? view).join(', ');
  if (typeof value === 'number') return t('riskAssessment.about.months', { count: value });
  if (field === 'heldOn') return asDate(value);
  return field.startsWith('quick.') && field !== 'quick.note'
    ? (textOf(`riskAssessment.quick.answer.${value}`) ?? value)
    : value;
}

export function valueText(
  field: string,
  value: FieldValue,
  risk: AssessedRisk,
  scale: AssessmentView['scale'],
): string {
  if (value === null || value === '') return t('riskAssessment.clash.empty');
  if (typeof value === 'number') {
    const steps = field.endsWith('likelihood') ? scale.likelihood : scale.consequence;
    return stepText(value, steps[value - 1]?.word ?? '');
  }
  if (Array.isArray(value)) {
    const titles = new Map(risk.controls.map(({ key, title }) => [key, title]));
    return value.map((key) => titles.get(key) ?? key).join(', ') || t('riskAssessment.clash.empty');
  }
  return field === 'treatment' ? (textOf(`risks.treatment.${value}`) ?? value) : value;
}
