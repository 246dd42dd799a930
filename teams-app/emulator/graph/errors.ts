import { isDiskFull, tellFileTrouble } from '../file-trouble.ts';
import type { GraphFaults } from '../fault-settings.ts';

/** An unsuccessful answer in Graph's form. Codes and messages: Microsoft Graph `errors.md` and reports. */
export class GraphFault extends Error {
  override readonly name = 'GraphFault';
  readonly status: number;
  readonly code: string;
  readonly inner: string | undefined;
  readonly headers: Record<string, string>;
  constructor(
    status: number,
    code: string,
    message: string,
    more: { inner?: string; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.inner = more.inner;
    this.headers = more.headers ?? {};
  }
}

export const invalidRequest = (message: string, inner?: string) =>
  new GraphFault(400, 'invalidRequest', message, inner ? { inner } : {});
/** SharePoint's unspecific answer to an invalid body. */
export const badArgument = () => invalidRequest('One of the provided arguments is not acceptable.', 'badArgument');
/** Versions give the bytes of older ones only (onedrive-api-docs#1112). */
export const currentVersion = () => invalidRequest('You cannot get the content of the current version.');
export const badRequest = (message: string) => new GraphFault(400, 'BadRequest', message);
export const directoryRequest = (message: string, code = 'Request_BadRequest') => new GraphFault(400, code, message);
export const invalidFilter = () => badRequest('Invalid filter clause');
export const generalException = () => new GraphFault(500, 'generalException', 'General exception while processing');
export const accessDenied = () => new GraphFault(403, 'accessDenied', 'Access denied');
/** Deletion of what a retention label or a hold keeps; the message is that of SharePoint. */
export const retained = () =>
  new GraphFault(
    403,
    'accessDenied',
    "Request was cancelled by event received. If attempting to delete a non-empty folder, it's possible that it's on hold.",
  );
export const itemNotFound = () => new GraphFault(404, 'itemNotFound', 'The resource could not be found.');
export const nameTaken = () => new GraphFault(409, 'nameAlreadyExists', 'The specified name is already in use.');
export const resourceModified = (status: 409 | 412) =>
  new GraphFault(
    status,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
    status === 412 ? { inner: 'entityTagDoesNotMatch' } : {},
  );
export const directoryNotFound = (id: string) =>
  new GraphFault(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
/** A taken unique value; the answer depends on the switch `uniqueClash`. */
export class UniqueClash extends GraphFault {
  constructor() {
    super(400, 'invalidRequest', 'One or more fields with unique constraints already has the provided value.');
  }
}
export function clashAs(form: GraphFaults['uniqueClash']): GraphFault {
  switch (form) {
    case 'words':
      return new UniqueClash();
    case 'danish':
      return invalidRequest('Et eller flere felter med entydige begrænsninger har allerede den angivne værdi.');
    case 'bare':
      return badArgument();
    case 'conflict':
      return new GraphFault(409, 'conflict', '');
  }
}
export const resourceLocked = () =>
  new GraphFault(423, 'resourceLocked', 'The resource you are attempting to access is locked', {
    inner: 'checkedOut',
  });

/** SharePoint's answer when a site's or organisation's storage is full. */
const storageUsedUp = () => new GraphFault(507, 'quotaLimitReached', 'The user has reached their quota limit.');
/** An error as Graph's answer: a full disk of the desk is full storage. */
export function asFault(thrown: unknown): unknown {
  if (!isDiskFull(thrown)) return thrown;
  tellFileTrouble(thrown);
  return storageUsedUp();
}

/** Graph's answer when the list view threshold is crossed: a 429 that never passes. */
export const thresholdCrossed = () =>
  new GraphFault(429, 'activityLimitReached', 'The request has been throttled', { headers: { 'Retry-After': '1' } });

export interface ErrorContext {
  requestId: string;
  clientRequestId: string;
}
export const errorBody = (fault: GraphFault, { requestId, clientRequestId }: ErrorContext) => ({
  error: {
    code: fault.code,
    message: fault.message,
    innerError: {
      ...(fault.inner ? { code: fault.inner } : {}),
      date: new Date().toISOString().slice(0, 19),
      'request-id': requestId,
      'client-request-id': clientRequestId,
    },
  },
});
