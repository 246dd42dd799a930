import { mergeClasses } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import styles from './RiskOverviewPage.module.css';

const icons = { error: ErrorCircleFilled, warning: WarningRegular, info: InfoRegular } as const;

/** Severity of a quality finding; its word is beside it. */
export function SeverityIcon({ severity }: { severity: keyof typeof icons }) {
  const Icon = icons[severity];
  return <Icon className={mergeClasses(styles.checkIcon, styles[`check-${severity}`])} aria-hidden />;
}
