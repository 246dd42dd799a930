import { mergeClasses } from '@fluentui/react-components';
import { t } from '../shared/texts/texts.ts';
import { stateIcons } from '../shared/ui/state-icons.ts';
import type { CoverageState, VersionState } from './states.ts';
import styles from './Procedures.module.css';

/** Where something stands: a sign and a word, the colour only beside them. */
export function StateTag({ state, text }: { state: VersionState | CoverageState; text?: string }) {
  const Icon = stateIcons[state];
  return (
    <span className={mergeClasses(styles.procedureState, styles[`procedure-${state}`])}>
      <Icon aria-hidden /> {text ?? t(`procedures.state.${state}`)}
    </span>
  );
}
