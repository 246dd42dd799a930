/** The API's doors: route table, tokens, input, errors and OpenAPI. */
export { createApi, isAllowed, type ApiOptions } from './create-api.ts';
export { errorAnswerOf, errorText, statusOf } from './error-answer.ts';
export { jsonBody } from './json-body.ts';
export { openApi, type OpenApiDocument } from './openapi.ts';
export { usualLimits, type RequestLimits } from './request-limits.ts';
export { allow, created, from, routes, thenView, type Allowed, type FileAnswer, type Route } from './route.ts';
export { createTokenVerifier, type TokenSettings, type VerifyToken } from './token-verifier.ts';
