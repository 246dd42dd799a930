import type { Context } from '../context.ts';
import type { Actor, Role } from '../kernel/index.ts';
import type { Graph } from '../sharepoint/index.ts';
import type { AnswerOf, Endpoint, EndpointName, Endpoints, InputOf, ParamsOf } from './endpoint.ts';

/** A file as answer: bytes and a download name. */
export interface FileAnswer {
  fileName: string;
  bytes: Uint8Array;
}

/**
 * Who may call it: `everyone` is any employee. Roles are a first check (default is no); the act asks its
 * `permissions.ts` about the record. The role test covers this table.
 */
export type Allowed = 'everyone' | readonly Role[];

/** Request data available to a route besides its input. */
export interface Asking {
  /**
   * Graph with the reader's own rights, for what it offers no application. Calls throw AppError forbidden
   * `sharepoint.noConsent` while an administrator has not consented.
   */
  graph(): Graph;
}

export interface Route {
  name: EndpointName;
  endpoint: Endpoint;
  allow: Allowed;
  /** Makes the act's checks of the record before a large body is read. */
  before?(context: Context, actor: Actor, params: Record<string, string>): void;
  run(
    context: Context,
    actor: Actor,
    input: { params: Record<string, string>; query: unknown; body: unknown },
    asking: Asking,
  ): unknown;
}

type Runs<Table extends Endpoints> = {
  [Name in keyof Table & EndpointName]: {
    allow: Allowed;
    before?(context: Context, actor: Actor, params: ParamsOf<Name>): void;
    run: (
      context: Context,
      actor: Actor,
      input: InputOf<Name, Table[Name]>,
      asking: Asking,
    ) => Table[Name] extends { file: string }
      ? Promise<FileAnswer> | FileAnswer
      : Promise<AnswerOf<Table[Name]>> | AnswerOf<Table[Name]>;
  };
};

/** A row of `routes`: who may call it, and what it runs. */
export const allow = <Run>(allowed: Allowed, run: Run) => ({ allow: allowed, run });

type Act<Given extends readonly unknown[], Answer> = (context: Context, actor: Actor, ...given: Given) => Answer;
/** A part of a request by name: `body`, `query.year`, `params`, or a parameter of the path. */
type Part<Name extends string, Value> = Name extends 'body' | 'query' | 'params'
  ? { [Each in Name]: Value }
  : Name extends `${infer Whole extends 'body' | 'query'}.${infer Field}`
    ? { [Each in Whole]: undefined extends Value ? { [Each in Field]?: Value } : { [Each in Field]: Value } }
    : { params: { [Each in Name]: Value } };
type Parts<Names, Given> = Names extends [infer Name extends string, ...infer Others]
  ? Given extends [(infer Value)?, ...infer Rest]
    ? Part<Name, Value> & Parts<Others, Rest>
    : never
  : [] extends Given
    ? unknown
    : never;

/** Calls an act or view with parts of the request: `from(cancelTest, 'testKey', 'body.reason')`. */
export const from =
  <Names extends string[], Given extends readonly unknown[], Answer>(act: Act<Given, Answer>, ...names: Names) =>
  (context: Context, actor: Actor, input: Parts<Names, Given>): Answer => {
    const request = input as Record<string, Record<string, unknown>>;
    const part = (name: string) => {
      const [whole = '', field] = name.split('.');
      return field === undefined ? (request[whole] ?? request['params']?.[whole]) : request[whole]?.[field];
    };
    return act(context, actor, ...(names.map(part) as unknown as Given));
  };

/** Acts on a record, and answers with its view. */
export const thenView =
  <Input, View>(view: Act<[Input], View>) =>
  <All extends Input>(act: Act<[All], Promise<unknown>>) =>
  async (context: Context, actor: Actor, input: All): Promise<Awaited<View>> => {
    await act(context, actor, input);
    return await view(context, actor, input);
  };

/** Creates a record, and answers with its view. */
export const created =
  <Input, View>(view: Act<[string], View>, create: Act<[Input], Promise<{ key: string }>>) =>
  async (context: Context, actor: Actor, input: Input): Promise<Awaited<View>> =>
    await view(context, actor, (await create(context, actor, input)).key);

/** Binds a feature's contract to its acts and views: each endpoint to exactly one. */
export function routes<const Table extends Endpoints>(contract: Table, runs: Runs<Table>): Route[] {
  return (Object.keys(contract) as (keyof Table & EndpointName)[]).map((name) => ({
    name,
    endpoint: contract[name],
    allow: runs[name].allow,
    ...(runs[name].before ? { before: runs[name].before } : {}),
    run: runs[name].run,
  }));
}
