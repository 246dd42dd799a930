import { Button } from '@fluentui/react-components';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';

/** A link inside the tab that looks like a button: the one thing to do on a row or card. */
export function ButtonLink(props: {
  to: string;
  children: ReactNode;
  appearance?: NonNullable<ComponentProps<typeof Button>['appearance']>;
  size?: NonNullable<ComponentProps<typeof Button>['size']>;
  icon?: ReactElement;
  /** Which of several links with the same words it is. */
  label?: string;
}) {
  const { to, children, label, ...looks } = props;
  return (
    <Link href={to} asChild>
      <Button as="a" {...looks} {...(label ? { 'aria-label': label } : {})}>
        {children}
      </Button>
    </Link>
  );
}
