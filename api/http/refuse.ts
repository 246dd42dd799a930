import type { Request, Response } from 'express';
import type { Context } from '../context.ts';
import { AppError, languageOf, TooMany, type Language } from '../kernel/index.ts';
import { errorAnswerOf } from './error-answer.ts';
import { asHttpError, httpStatus, InvalidInput, SignInNeeded } from './http-errors.ts';
import { stepsOf } from './steps.ts';

/** Retry delay, in seconds, when a dependency is unavailable. */
const retryAfter = 5;

/** Answers with the error in the reader's language; logs its id and code. Only `unexpected` is logged as an error. */
export function refuse(context: Context, thrown: unknown, request: Request, response: Response): void {
  const { requestId, began, actor, route } = stepsOf(response);
  const error = atMissingField(asHttpError(thrown), request.body);
  const status = httpStatus(error);
  const about = { requestId, route, code: error.code, status, ms: Math.round(performance.now() - began) };
  if (error.kind === 'unexpected') context.log.error({ ...about, cause: causeOf(error) }, 'request failed');
  else context.log.info(about, 'request refused');

  if (error instanceof SignInNeeded) {
    const tokenGiven = error.details['reason'] !== 'none';
    response.set('www-authenticate', tokenGiven ? 'Bearer error="invalid_token"' : 'Bearer');
  }
  if (error instanceof TooMany) response.set('retry-after', String(error.seconds));
  else if (error.kind === 'unavailable') response.set('retry-after', String(retryAfter));
  const fields = error instanceof InvalidInput ? error.fields : [];
  const texts = context.texts(languageFor(request, actor?.language));
  response.status(status).json(errorAnswerOf(error, texts, requestId, fields));
}

/**
 * Names the field of a record that is not there: `assets.noSuchAsset` is about the `assetKey` of the body. Errors about
 * what the address names stay as they are.
 */
function atMissingField(error: AppError, body: unknown): AppError {
  const [, noun] = /\.noSuch(\w+)$/.exec(error.code) ?? [];
  if (error.kind !== 'missing' || noun === undefined || typeof body !== 'object' || body === null) return error;
  const names = ['Key', 'Keys', 'Id', 'Ids'].map((ending) => `${noun}${ending}`.toLowerCase());
  const field = Object.keys(body).find((name) => names.some((one) => name.toLowerCase().endsWith(one)));
  if (field === undefined || 'field' in error.details) return error;
  return new AppError(error.kind, error.code, { ...error.details, field }, error.cause);
}

/** The language the request asks for (the tab sends that of Teams); else the person's known language. */
export function languageFor(request: Request, known: Language | undefined): Language {
  // `*` is sent by programs without a language.
  const isAsked = !['*', undefined].includes(request.get('accept-language'));
  const asked = isAsked && request.acceptsLanguages('da', 'en');
  return asked === false ? (known ?? 'da') : languageOf(asked);
}

/** Where it happened, for debugging. A fault's message may contain what a person wrote, so it is left out. */
function causeOf(error: AppError): string {
  const { cause } = error;
  if (!(cause instanceof Error)) return typeof cause;
  const frames = (cause.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [cause.name, ...frames.slice(0, 6).map((frame) => frame.trim())].join(' < ');
}
