import type { ReactNode } from 'react';

/** A centred message that fills a page or a part of one: empty, gone, no access. */
export function Blank(props: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="blank" data-blank>
      <h2 className="blank-title">{props.title}</h2>
      {props.children && <div className="blank-text">{props.children}</div>}
      {props.actions && <div className="blank-actions">{props.actions}</div>}
    </div>
  );
}
