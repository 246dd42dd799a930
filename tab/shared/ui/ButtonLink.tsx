import { Button } from '@fluentui/react-components';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';

/** An internal link that looks like a button: the primary action of a row or card. */
export function ButtonLink(props: {
  to: string;
  children: ReactNode;
  appearance?: NonNullable<ComponentProps<typeof Button>['appearance']>;
  size?: NonNullable<ComponentProps<typeof Button>['size']>;
  icon?: ReactElement;
  /** Distinguishes links with the same text. */
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
