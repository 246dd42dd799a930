import type { ReactNode } from 'react';
import { useAddress } from '../address.ts';
import { useWidth } from './useWidth.ts';
import { ViewAs } from './ViewAs.tsx';

/** Below this width each row is a card. */
const matrixPixels = 640;

/** A status and centre of which the table shows the rows; both kept in the address. */
export interface MatrixChoice {
  state: string | undefined;
  centreId: string | undefined;
  onChoose(change: { state?: string; centre?: string }): void;
}

/** Coverage as a matrix, as cards where that is too wide, or as a table. */
export function MatrixSection(props: {
  title: string;
  matrix: ReactNode;
  cards: ReactNode;
  table: (choice: MatrixChoice) => ReactNode;
}) {
  const { valueOf, choose } = useAddress<'as' | 'state' | 'centre'>();
  const { element, width } = useWidth<HTMLElement>(matrixPixels);
  const isTable = valueOf('as') === 'table';
  return (
    <section className="section" aria-labelledby="matrix" ref={element}>
      <div className="section-head">
        <h2 className="section-title" id="matrix">
          {props.title}
        </h2>
        <ViewAs
          as={isTable ? 'table' : 'picture'}
          onChange={(chosen) => choose({ as: chosen === 'table' ? 'table' : '', state: '', centre: '' })}
        />
      </div>
      {isTable && props.table({ state: valueOf('state'), centreId: valueOf('centre'), onChoose: choose })}
      {!isTable && (width < matrixPixels ? props.cards : props.matrix)}
    </section>
  );
}
