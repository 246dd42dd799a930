import { Button } from '@fluentui/react-components';
import type { ServiceRow } from '../../../api/critical-services/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { servicePath } from '../shared/contingency-paths.ts';
import { showPart } from './useNamedPart.ts';
import styles from './Services.module.css';

type Gap = ServiceRow['gaps'][number];

/** Where a gap is fixed: at its question in the form, or on the service's page. */
const stepPath = (key: string, gap: Gap): string => {
  switch (gap) {
    case 'noMtd':
    case 'rtoNotBelowMtd':
      return `${servicePath(key)}/edit#service-figures`;
    case 'noNeeds':
    case 'needsRetired':
      return `${servicePath(key)}/edit#service-needs`;
    case 'noImpact':
      return `${servicePath(key)}/edit#service-impacts`;
    case 'notAccepted':
      return `${servicePath(key)}#service-acceptance`;
    case 'reviewOverdue':
      return `${servicePath(key)}#service-review`;
  }
};

/** A service's gaps, each with its next step if permitted. */
export const GapSteps = (props: {
  service: { key: string; title: string };
  gaps: readonly Gap[];
  /** Without it only the gaps are shown. */
  steps: boolean;
  /** On the service's own page, where some are fixed. */
  here?: boolean;
}) => (
  <ul className={styles.serviceGaps}>
    {props.gaps.map((gap) => (
      <li key={gap}>
        <span>{t(`contingency.gap.${gap}`)}</span>
        {props.steps && <Step service={props.service} gap={gap} here={props.here === true} />}
      </li>
    ))}
  </ul>
);

const partOf = { notAccepted: 'service-acceptance', reviewOverdue: 'service-review' } as const;

function Step({ service, gap, here }: { service: { key: string; title: string }; gap: Gap; here: boolean }) {
  const step = t(`criticalServices.step.${gap}`);
  const label = t('criticalServices.step.of', { step, title: service.title });
  if (here && (gap === 'notAccepted' || gap === 'reviewOverdue'))
    return (
      <Button size="small" aria-label={label} onClick={() => showPart(partOf[gap])}>
        {step}
      </Button>
    );
  return (
    <ButtonLink to={stepPath(service.key, gap)} size="small" label={label}>
      {step}
    </ButtonLink>
  );
}
