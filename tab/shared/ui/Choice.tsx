import { Checkbox, mergeClasses, Radio, type CheckboxProps, type RadioProps } from '@fluentui/react-components';
import type { ReactNode, RefCallback } from 'react';
import checkStyles from './Check.module.css';
import styles from './Choice.module.css';

interface Words {
  title: ReactNode;
  text?: ReactNode;
  className?: string | undefined;
}
type Own<Props> = Omit<Props, 'label' | 'children' | 'title' | 'className'> & {
  ref?: RefCallback<HTMLInputElement>;
};

const labelOf = ({ title, text }: Words) => ({
  className: styles.label,
  children: (
    <>
      <span className={styles.title}>{title}</span>
      {text && <span className={styles.text}>{text}</span>}
    </>
  ),
});

/** One of a few, as a card: what it is called, and what it means. */
export const Choice = ({ title, text, className, ...input }: Words & Own<RadioProps>) => (
  <Radio {...input} className={mergeClasses(styles.choice, className)} label={labelOf({ title, text })} />
);

/** The same where several may be chosen. */
export const Pick = ({ title, text, className, ...input }: Words & Own<CheckboxProps>) => (
  <Checkbox {...input} className={mergeClasses(styles.choice, className)} label={labelOf({ title, text })} />
);

/** One of a few that need no more than a word. */
export const ChoiceLine = ({ children, ...input }: Own<RadioProps> & { children: ReactNode }) => (
  <Radio {...input} className={checkStyles.check} label={<span>{children}</span>} />
);
