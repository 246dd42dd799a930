import { z } from 'zod';
import { answerSchema } from './answer-schema.ts';
import { inSlices } from '../kernel/index.ts';
import { errorAnswer } from './contract.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  security: Json[];
  paths: Record<string, Record<string, Json>>;
  components: Json;
}

const version = '1';

/**
 * OpenAPI 3.1 of all routes, from their contracts. `x-roles` lists the roles a route admits. Half a second of work, in
 * slices.
 */
export async function openApi(routes: readonly Route[]): Promise<OpenApiDocument> {
  const paths: OpenApiDocument['paths'] = {};
  await inSlices(routes, (route) => {
    const [method = '', path = ''] = route.name.split(' ');
    const template = path.replace(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(route, method, path) };
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sikkerhedshjulet',
      version,
      description: 'Errors have a kind, a code and a sentence in the reader’s language (Accept-Language: da or en).',
    },
    security: [{ teams: [] }],
    paths,
    components: {
      securitySchemes: {
        teams: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Teams SSO token of the tab' },
      },
      schemas: { Error: schemaOf(errorAnswer, 'output') },
    },
  };
}

const idempotencyParameter: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Names one intention (a UUID): send the same at each repeat and a new one for something new. A repeat makes nothing twice and is answered as the first was. Without it the same content by the same person on the same Danish day is a repeat.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9-]{8,64}$' },
};

const binary = { type: 'string', format: 'binary' };

function operation({ name, endpoint, allow }: Route, method: string, path: string): Json {
  const { summary, query, body, upload } = endpoint;
  return {
    operationId: operationId(name),
    summary,
    tags: [path.split('/')[2] ?? 'api'],
    'x-roles': allow,
    parameters: [
      ...pathParameters(path),
      ...(query ? queryParameters(query) : []),
      ...(method === 'GET' ? [] : [idempotencyParameter]),
    ],
    ...(body && method !== 'GET'
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }
      : {}),
    ...(upload ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: binary } } } } : {}),
    responses: responses({ endpoint }),
  };
}

/** `GET /api/policy/versions/:versionKey` → `getPolicyVersionsByVersionKey` */
const operationId = (name: string): string =>
  name
    .replace(' /api/', '/')
    .split(/[/.]/)
    .map((part, place) => {
      const word = part.startsWith(':') ? `by-${part.slice(1)}` : part;
      const camel = word.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return place === 0 ? camel.toLowerCase() : camel.charAt(0).toUpperCase() + camel.slice(1);
    })
    .join('');

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

function queryParameters(query: z.ZodType): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function responses({ endpoint }: Pick<Route, 'endpoint'>): Json {
  const error = (description: string) => ({
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  });
  return {
    ...success(endpoint),
    '400': error('What was sent does not fit'),
    '401': error('Not signed in, or the token does not hold'),
    '403': error('Not allowed, or not employed'),
    '404': error('Not there'),
    '409': error('Somebody was first, or it is too late'),
    '429': error('Asked for too often; Retry-After says when again'),
    '503': error('Microsoft 365 is away; ask again'),
  };
}

function success({ answer, file }: Route['endpoint']): Json {
  if (file !== undefined) return { '200': { description: 'A file', content: { [file]: { schema: binary } } } };
  if (!answer) return { '204': { description: 'Done' } };
  return {
    '200': {
      description: 'The answer',
      content: { 'application/json': { schema: schemaOf(answerSchema(answer), 'output') } },
    },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
