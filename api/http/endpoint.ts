import type { z } from 'zod';

/**
 * Input and answer of one endpoint. Each feature's `contract.ts` has a table of these, keyed `'METHOD /path'`; the
 * route table, the OpenAPI document, the tab's typed client and the role tests derive from it.
 */
export interface Endpoint {
  /** One sentence for OpenAPI. */
  summary: string;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Largest body in bytes, if it contains a file; 400 kB otherwise. */
  bodyBytes?: number;
  /** The body is one raw file (`application/octet-stream`), its name percent-encoded in the header `x-file-name`. */
  upload?: true;
  /** Absent: 204, or a file when `file` is set. */
  answer?: z.ZodType;
  /** MIME type of a file answer. */
  file?: string;
  /** `revalidate`: the browser may cache it and revalidate by ETag. Absent: never stored. */
  cache?: 'revalidate';
}
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type EndpointName = `${Method} /api/${string}`;
/** Paths use `:name` for parameters. */
export type Endpoints = Readonly<Record<EndpointName, Endpoint>>;

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
export type ParamsOf<Name extends string> = Record<ParamNames<Name>, string>;
type Out<T> = T extends z.ZodType ? z.output<T> : undefined;
type In<T> = T extends z.ZodType ? z.input<T> : undefined;

/** An uploaded file. The name is the sender's, without folders. */
export interface Upload {
  fileName: string;
  bytes: Uint8Array;
}

/** The client's request (before parsing), and the answer. */
export type RequestOf<E extends Endpoint> = { query?: In<E['query']>; body?: In<E['body']> };
export type AnswerOf<E extends Endpoint> = Out<E['answer']>;
/** What the act receives, parsed. */
export type InputOf<Name extends string, E extends Endpoint> = {
  params: ParamsOf<Name>;
  query: Out<E['query']>;
  body: E extends { upload: true } ? Upload : Out<E['body']>;
};
