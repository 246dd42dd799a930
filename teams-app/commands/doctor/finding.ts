/** A check's finding. `look`: works, but needs attention. */
export interface Finding {
  state: 'good' | 'look' | 'bad';
  /** One sentence. */
  what: string;
  todo?: string;
}

export const good = (what: string): Finding => ({ state: 'good', what });
export const look = (what: string, todo: string): Finding => ({ state: 'look', what, todo });
export const bad = (what: string, todo: string): Finding => ({ state: 'bad', what, todo });
