import { AppError } from '../kernel/index.ts';

/**
 * Names the field of a record that is not there: `assets.noSuchAsset` is about the `assetKey` of the body. Errors about
 * what the address names stay as they are.
 */
export function atMissingField(error: AppError, body: unknown): AppError {
  const [, noun] = /\.noSuch(\w+)$/.exec(error.code) ?? [];
  if (error.kind !== 'missing' || noun === undefined || typeof body !== 'object' || body === null) return error;
  const names = ['Key', 'Keys', 'Id', 'Ids'].map((ending) => `${noun}${ending}`.toLowerCase());
  const field = Object.keys(body).find((name) => names.some((one) => name.toLowerCase().endsWith(one)));
  if (field === undefined || 'field' in error.details) return error;
  return new AppError(error.kind, error.code, { ...error.details, field }, error.cause);
}
