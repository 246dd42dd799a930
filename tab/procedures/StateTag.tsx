import { DocumentTag } from '../documents/parts/StatusTag.tsx';
import { t } from '../shared/texts/texts.ts';
import type { CoverageState, VersionState } from './states.ts';

/** A state: an icon and a word, with colour. */
export const StateTag = ({ state, text }: { state: VersionState | CoverageState; text?: string }) => (
  <DocumentTag state={state} text={text ?? t(`procedures.state.${state}`)} />
);
