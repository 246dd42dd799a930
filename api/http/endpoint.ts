import type { z } from 'zod';

/**
 * What one endpoint takes and gives. Each feature's `contract.ts` holds a table of these, keyed `'METHOD /path'`; the
 * route table, the OpenAPI document, the tab's typed client and the role tests all come from it.
 */
export interface Endpoint {
  /** One sentence for OpenAPI. */
  summary: string;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Largest body in bytes, where a file comes along; 400 kB otherwise. */
  bodyBytes?: number;
  /** The body is one file as it is (`application/octet-stream`), its name percent-encoded in the header `x-file-name`. */
  upload?: true;
  /** Absent: 204, or a file when `file` is set. */
  answer?: z.ZodType;
  /** MIME type of a file answer. */
  file?: string;
  /** `revalidate`: may be kept by the reader's own browser and asked about by ETag. Absent: never stored. */
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

/** A file that somebody sends. The name is what the sender calls it, without folders. */
export interface Upload {
  fileName: string;
  bytes: Uint8Array;
}

/** What the client sends (before parsing), and what it gets back. */
export type RequestOf<E extends Endpoint> = { query?: In<E['query']>; body?: In<E['body']> };
export type AnswerOf<E extends Endpoint> = Out<E['answer']>;
/** What the act receives, parsed. */
export type InputOf<Name extends string, E extends Endpoint> = {
  params: ParamsOf<Name>;
  query: Out<E['query']>;
  body: E extends { upload: true } ? Upload : Out<E['body']>;
};
