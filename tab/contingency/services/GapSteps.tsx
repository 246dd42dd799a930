import type { ServiceRow } from '../../../api/critical-services/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { servicePath } from '../shared/contingency-paths.ts';

type Gap = ServiceRow['gaps'][number];

/** Where a gap is mended: in the form at the right question, or on the service's own page. */
const stepPath = (key: string, gap: Gap): string => {
  switch (gap) {
    case 'noMtd':
    case 'rtoNotBelowMtd':
      return `${servicePath(key)}/edit#service-figures`;
    case 'noNeeds':
      return `${servicePath(key)}/edit#service-needs`;
    case 'noImpact':
      return `${servicePath(key)}/edit#service-impacts`;
    case 'notAccepted':
      return `${servicePath(key)}#service-acceptance`;
    case 'reviewOverdue':
      return `${servicePath(key)}#service-review`;
  }
};

/** What a service lacks, each with its next step for whoever may take it. */
export const GapSteps = (props: {
  service: { key: string; title: string };
  gaps: readonly Gap[];
  /** Without it the gaps are told alone. */
  steps: boolean;
}) => (
  <ul className="service-gaps">
    {props.gaps.map((gap) => (
      <li key={gap}>
        <span>{t(`contingency.gap.${gap}`)}</span>
        {props.steps && (
          <ButtonLink
            to={stepPath(props.service.key, gap)}
            size="small"
            label={t('criticalServices.step.of', {
              step: t(`criticalServices.step.${gap}`),
              title: props.service.title,
            })}
          >
            {t(`criticalServices.step.${gap}`)}
          </ButtonLink>
        )}
      </li>
    ))}
  </ul>
);
