import type { ControlRef, RequirementStatus } from '../../api/standards/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { StatusMark } from './StatusTag.tsx';
import styles from './Standards.module.css';

/** The icon of a requirement with this control alone. */
function markOf({ state, effect }: ControlRef): RequirementStatus {
  if (state === 'retired') return 'deselected';
  if (state === 'planned') return 'planned';
  if (effect === 'effective') return 'met';
  return effect === 'none' ? 'gap' : 'partly';
}

/** A control's status: its effect while it runs, else its state. */
export const ControlTag = ({ control }: { control: ControlRef }) => (
  <span className={styles.standingTag}>
    <StatusMark status={markOf(control)} />
    {control.state === 'running' ? t(`standards.effect.${control.effect}`) : t(`standards.state.${control.state}`)}
  </span>
);
