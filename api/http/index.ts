/** The API's doors: route table, tokens, input, errors and OpenAPI. */
export { createApi, isAllowed } from './create-api.ts';
export { errorText } from './error-answer.ts';
export { jsonBody } from './json-body.ts';
export { openApi } from './openapi.ts';
export { usualLimits, type RequestLimits } from './request-limits.ts';
export { allow, created, from, routes, thenView, type FileAnswer, type Route } from './route.ts';
export { routeAsked } from './steps.ts';
export { createTokenVerifier, type VerifyToken } from './token-verifier.ts';
