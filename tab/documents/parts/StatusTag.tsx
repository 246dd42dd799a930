import { mergeClasses } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { stateIcons } from '../../shared/ui/state-icons.ts';
import styles from './StatusTag.module.css';

/** How a sign is coloured; the word beside it says what it means. */
export type Tone = 'good' | 'underWay' | 'warning' | 'bad';

interface Props {
  icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  tone?: Tone | undefined;
  text: string;
  /** A sentence, which may take more than one line. */
  wraps?: boolean;
}

/** Where something stands: a sign and a word, the colour only beside them. */
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

/** Where a version stands, or what a centre has of a document. */
export const DocumentTag = ({ state, text }: { state: DocumentStatus; text: string }) => (
  <StatusTag icon={stateIcons[state]} tone={tones[state]} text={text} />
);
