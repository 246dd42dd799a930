import { Checkbox, mergeClasses, type CheckboxProps } from '@fluentui/react-components';
import type { ReactNode, RefCallback } from 'react';
import styles from './Check.module.css';

type Props = Omit<CheckboxProps, 'label' | 'children' | 'className'> & {
  className?: string | undefined;
  ref?: RefCallback<HTMLInputElement>;
  children: ReactNode;
};

/** A checkbox with its label. */
export const Check = ({ className, children, ...input }: Props) => (
  <Checkbox {...input} className={mergeClasses(styles.check, className)} label={<span>{children}</span>} />
);
