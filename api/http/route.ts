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
    run(
      context: Context,
      actor: Actor,
      input: InputOf<Name, Table[Name]>,
      asking: Asking,
    ): Table[Name] extends { file: string }
      ? Promise<FileAnswer> | FileAnswer
      : Promise<AnswerOf<Table[Name]>> | AnswerOf<Table[Name]>;
  };
};

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
