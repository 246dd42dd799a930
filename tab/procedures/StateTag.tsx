import { t } from '../shared/texts/texts.ts';
import { stateIcons } from '../shared/ui/state-icons.ts';
import type { CoverageState, VersionState } from './states.ts';

/** Where something stands: a sign and a word, the colour only beside them. */
export function StateTag({ state, text }: { state: VersionState | CoverageState; text?: string }) {
  const Icon = stateIcons[state];
  return (
    <span className={`procedure-state procedure-${state}`}>
      <Icon aria-hidden /> {text ?? t(`procedures.state.${state}`)}
    </span>
  );
}
