export type Json = Readonly<Record<string, unknown>>;

/** An answer of Graph or Teams, refusals too. Status 0: none. */
export interface Reply {
  status: number;
  /** The error's code; '' on success. */
  code: string;
  message: string;
  body: Json;
  /** `METHOD path`, for messages. */
  call: string;
}

/** An answer that no row declares; the program's behaviour is unknown. */
export class Odd {
  readonly said: string;
  constructor(reply: Reply | string) {
    this.said = typeof reply === 'string' ? reply : described(reply);
  }
}

/** The question could not be asked. `isFailure`: although everything for it was given. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked';
  readonly isFailure: boolean;
  constructor(why: string, { isFailure }: { isFailure: boolean }) {
    super(why);
    this.isFailure = isFailure;
  }
}

/** A call that must succeed for the question to be asked, with the permission it takes. */
export function needed(reply: Reply, takes: string): Reply {
  if (isDone(reply)) return reply;
  const permission = reply.status === 403 ? ` It takes ${takes}.` : '';
  throw new NotAsked(`${described(reply)}.${permission}`, { isFailure: true });
}

export const isDone = ({ status }: Reply): boolean => status >= 200 && status < 400;

/** The reply as an answer: success, the refusals named, or Odd. Throws NotAsked when the service did not answer. */
export const answerOf = <Done extends string, Refused extends string>(
  reply: Reply,
  done: Done,
  refusals: Refusals<Refused>,
): Done | Refused | Odd => (isDone(reply) ? done : refusalOf(reply, refusals));

type Refusals<Word extends string> = Readonly<Record<Word, number | readonly number[]>>;

/** As `answerOf`, where a success is Odd too. */
export function refusalOf<Refused extends string>(reply: Reply, refusals: Refusals<Refused>): Refused | Odd {
  const refused = keysOf(refusals).find((word) => statusesOf(refusals[word]).includes(reply.status));
  if (refused !== undefined) return refused;
  if (isAway(reply)) throw new NotAsked(`${described(reply)}.`, { isFailure: true });
  return new Odd(reply);
}

const statusesOf = (given: number | readonly number[]): readonly number[] =>
  typeof given === 'number' ? [given] : given;

const isAway = ({ status }: Reply): boolean => status === 0 || status === 429 || status >= 502;

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] => Object.keys(record) as Key[];

export const described = ({ call, status, code, message }: Reply): string =>
  `${call} answered ${[status === 0 ? 'nothing' : String(status), code, message && `"${message.slice(0, 160)}"`].filter(Boolean).join(' ')}`;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textIn = (body: Json, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};

/** The entries of a collection. */
export const entriesIn = ({ value }: Json): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
