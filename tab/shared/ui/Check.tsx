import { Checkbox, mergeClasses, type CheckboxProps } from '@fluentui/react-components';
import type { ReactNode, RefCallback } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import styles from './Check.module.css';

type Props = Omit<CheckboxProps, 'label' | 'children' | 'className'> & {
  className?: string | undefined;
  ref?: RefCallback<HTMLInputElement>;
  children: ReactNode;
};

/** Yes or no, with its words beside it. */
export const Check = ({ className, children, ...input }: Props) => (
  <Checkbox {...input} className={mergeClasses(styles.check, className)} label={<span>{children}</span>} />
);

/** The same as a field of a form. */
export function FormCheck<Values extends FieldValues>(props: {
  control: Control<Values>;
  name: FieldPath<Values>;
  children: ReactNode;
}) {
  const { field } = useController({ control: props.control, name: props.name });
  return (
    <Check
      name={field.name}
      ref={field.ref}
      checked={Boolean(field.value)}
      onBlur={field.onBlur}
      onChange={(_, { checked }) => field.onChange(checked === true)}
    >
      {props.children}
    </Check>
  );
}
