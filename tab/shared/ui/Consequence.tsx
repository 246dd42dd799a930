import type { ReactNode } from 'react';
import './Consequence.css';

/** What pressing the button will do, in words, before it is pressed: the most important first. */
export const Consequence = ({ first, children }: { first: ReactNode; children?: ReactNode }) => (
  <div className="consequence">
    <p className="consequence-first">{first}</p>
    {children}
  </div>
);
