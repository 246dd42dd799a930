import { Button } from '@fluentui/react-components';
import type { AssessedRisk, AssessmentView } from '../../../api/risks/contract.ts';
import { asDate, asTime, t, textOf } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { stepText } from '../parts/risk-words.ts';
import { about, type Draft } from './useAssessment.ts';
import styles from './Assessment.module.css';

type Clash = Draft['saving']['clashes'][number];

/** Fields of a risk changed by another since opening: theirs applies until the reader chooses. */
export const Clashes = ({ draft, risk }: { draft: Draft; risk: AssessedRisk }) => (
  <ClashesOf
    draft={draft}
    group={risk.threatKey}
    field={fieldText}
    said={(field, value) => valueText(field, value, risk, draft.view.scale)}
  />
);

/** Fields of the assessment itself. */
export const AboutClashes = ({ draft }: { draft: Draft }) => (
  <ClashesOf draft={draft} group={about} field={aboutText} said={aboutSaid} />
);

interface Words {
  field: (field: string) => string;
  said: (field: string, value: Clash['theirs']) => string;
}

function ClashesOf({ draft, group, field, said }: Words & { draft: Draft; group: string }) {
  const clashes = draft.saving.clashes.filter((clash) => clash.group === group);
  return clashes.map((clash) => (
    <Notice
      key={clash.field}
      tone="warning"
      live
      title={t('riskAssessment.clash.title', { field: field(clash.field) })}
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
        <dd>{said(clash.field, clash.theirs)}</dd>
        <dt>{t('riskAssessment.clash.myValue')}</dt>
        <dd>{said(clash.field, clash.mine)}</dd>
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

function aboutText(field: string): string {
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

function aboutSaid(field: string, value: Clash['theirs']): string {
  if (value === null || value === '') return t('riskAssessment.clash.empty');
  if (Array.isArray(value)) return value.map((view) => textOf(`risks.view.${view}`) ?? view).join(', ');
  if (typeof value === 'number') return t('riskAssessment.about.months', { count: value });
  if (field === 'heldOn') return asDate(value);
  return field.startsWith('quick.') && field !== 'quick.note'
    ? (textOf(`riskAssessment.quick.answer.${value}`) ?? value)
    : value;
}

function valueText(field: string, value: Clash['theirs'], risk: AssessedRisk, scale: AssessmentView['scale']): string {
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
