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

/** A radio button as a card: title, and explanation. */
export const Choice = ({ title, text, className, ...input }: Words & Own<RadioProps>) => (
  <Radio {...input} className={mergeClasses(styles.choice, className)} label={labelOf({ title, text })} />
);

/** The same as a checkbox. */
export const Pick = ({ title, text, className, ...input }: Words & Own<CheckboxProps>) => (
  <Checkbox {...input} className={mergeClasses(styles.choice, className)} label={labelOf({ title, text })} />
);

/** A radio button on one line. */
export const ChoiceLine = ({ children, ...input }: Own<RadioProps> & { children: ReactNode }) => (
  <Radio {...input} className={checkStyles.check} label={<span>{children}</span>} />
);
