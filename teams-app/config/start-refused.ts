/** Why a start fails, and what to do: a sentence each. */
export interface Reason {
  what: string;
  todo: string;
}

/** Thrown where the reason is known best. Shown without a stack. */
export class StartRefused extends Error implements Reason {
  readonly what: string;
  readonly todo: string;
  constructor(what: string, todo: string, cause?: unknown) {
    super(`${what} ${todo}`, cause === undefined ? undefined : { cause });
    this.name = 'StartRefused';
    this.what = what;
    this.todo = todo;
  }
}
