import type { ReactNode } from 'react';

/** One of the facts of a `dl`: its name, and what it is. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
