import { mergeClasses } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { stateIcons } from '../../shared/ui/state-icons.ts';
import styles from './StatusTag.module.css';

/** Colour of an icon; the word beside it has the meaning. */
export type Tone = 'good' | 'underWay' | 'warning' | 'bad';

interface Props {
  icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  tone?: Tone | undefined;
  text: string;
  /** A sentence, which may take more than one line. */
  wraps?: boolean;
}

/** A state: an icon and a word, with colour. */
export const StatusTag = ({ icon: Icon, tone, text, wraps }: Props) => (
  <span className={mergeClasses(styles.tag, tone && styles[tone], wraps && styles.wraps)}>
    <Icon aria-hidden /> {text}
  </span>
);

export type DocumentStatus = keyof typeof stateIcons;
const tones: Partial<Record<DocumentStatus, Tone>> = {
  valid: 'good',
  waiting: 'underWay',
  draft: 'underWay',
  returned: 'warning',
  expired: 'warning',
  rejected: 'bad',
  missing: 'bad',
};

/** A version's state, or a centre's coverage. */
export const DocumentTag = ({ state, text }: { state: DocumentStatus; text: string }) => (
  <StatusTag icon={stateIcons[state]} tone={tones[state]} text={text} />
);
