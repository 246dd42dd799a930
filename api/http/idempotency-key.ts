import type { LocalDate } from '../kernel/index.ts';
import { digest, invalid } from '../kernel/index.ts';
import type { Upload } from './endpoint.ts';

/** Identifies one press of a button or form, over repeats (draft-ietf-httpapi-idempotency-key-header). */
export const idempotencyHeader = 'idempotency-key';
const allowed = /^"?([A-Za-z0-9-]{8,64})"?$/;

export interface Asked {
  /** The raw header. */
  header: string | undefined;
  /** Method and address, with parameter values. */
  address: string;
  body: unknown;
  today: LocalDate;
}

/**
 * Identifies a request among those of the same person, equally for repeats. Without the header, the same content sent
 * to the same address on the same Danish day counts as a repeat. Throws AppError invalid `http.idempotencyKey`.
 */
export function idempotencyKeyOf({ header, address, body, today }: Asked): string {
  if (header === undefined) return digest(JSON.stringify([address, today, printOf(body)]));
  const [, key] = allowed.exec(header) ?? [];
  if (key === undefined) throw invalid('http.idempotencyKey');
  return digest(JSON.stringify([address, key]));
}

const printOf = (body: unknown): unknown =>
  isUpload(body) ? { fileName: body.fileName, bytes: digest(body.bytes) } : body;

const isUpload = (body: unknown): body is Upload =>
  typeof body === 'object' && body !== null && 'bytes' in body && body.bytes instanceof Uint8Array;
