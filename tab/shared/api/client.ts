import type { annualWheelContract } from '../../../api/annual-wheel/contract.ts';
import type { awarenessContract } from '../../../api/awareness/contract.ts';
import type { deliveriesContract } from '../../../api/deliveries/contract.ts';
import type { approvalsContract } from '../../../api/approvals/contract.ts';
import type { AnswerOf, ParamsOf, RequestOf } from '../../../api/http/endpoint.ts';
import type { adviceContract } from '../../../api/advice/contract.ts';
import type { statusReportsContract } from '../../../api/status-reports/contract.ts';
import type { initiativesContract } from '../../../api/initiatives/contract.ts';
import type { inspectionsContract } from '../../../api/inspections/contract.ts';
import type { incidentsContract } from '../../../api/incidents/contract.ts';
import type { findContract } from '../../../api/find/contract.ts';
import type { signSheetsContract } from '../../../api/sign-sheets/contract.ts';
import type { ownershipContract } from '../../../api/ownership/contract.ts';
import type { figuresContract } from '../../../api/figures/contract.ts';
import type { personDataContract } from '../../../api/person-data/contract.ts';
import type { retentionContract } from '../../../api/retention/contract.ts';
import type { governanceContract } from '../../../api/governance/contract.ts';
import type { reportsContract } from '../../../api/reports/contract.ts';
import type { trailContract } from '../../../api/trail/contract.ts';
import type { appointmentsContract } from '../../../api/appointments/contract.ts';
import type { measuresContract } from '../../../api/measures/contract.ts';
import type { obligationsContract } from '../../../api/obligations/contract.ts';
import type { operationsContract } from '../../../api/operations/contract.ts';
import type { organisationContract } from '../../../api/organisation/contract.ts';
import type { policyApprovalContract, policyContract } from '../../../api/policy/contract.ts';
import type { proceduresContract } from '../../../api/procedures/contract.ts';
import type { remindersContract } from '../../../api/reminders/contract.ts';
import type { assetsContract } from '../../../api/assets/contract.ts';
import type { contingencyContract } from '../../../api/contingency/contract.ts';
import type { criticalServicesContract } from '../../../api/critical-services/contract.ts';
import type { risksContract } from '../../../api/risks/contract.ts';
import type { standardsContract } from '../../../api/standards/contract.ts';
import { accessToken } from '../teams/token.ts';
import { ApiError, errorOf } from './api-error.ts';
import { listsHeader, noteLists } from './changed-lists.ts';
import { askedAs, type Asked } from './idempotency-key.ts';

/** Every endpoint of the tab. A feature joins with its contract's type; zod is not bundled. */
export type Api = typeof organisationContract &
  typeof annualWheelContract &
  typeof approvalsContract &
  typeof awarenessContract &
  typeof figuresContract &
  typeof reportsContract &
  typeof trailContract &
  typeof retentionContract &
  typeof personDataContract &
  typeof governanceContract &
  typeof measuresContract &
  typeof findContract &
  typeof appointmentsContract &
  typeof signSheetsContract &
  typeof ownershipContract &
  typeof incidentsContract &
  typeof adviceContract &
  typeof statusReportsContract &
  typeof initiativesContract &
  typeof inspectionsContract &
  typeof proceduresContract &
  typeof policyContract &
  typeof policyApprovalContract &
  typeof deliveriesContract &
  typeof obligationsContract &
  typeof remindersContract &
  typeof operationsContract &
  typeof assetsContract &
  typeof standardsContract &
  typeof risksContract &
  typeof criticalServicesContract &
  typeof contingencyContract;
export type ApiName = keyof Api;
type Params<Name extends ApiName> = keyof ParamsOf<Name> extends never ? unknown : { params: ParamsOf<Name> };
export type ApiRequest<Name extends ApiName> = Params<Name> & RequestOf<Api[Name]>;
export type ApiAnswer<Name extends ApiName> = AnswerOf<Api[Name]>;
/** Endpoints with a raw file as body. */
export type UploadName = { [Name in ApiName]: Api[Name] extends { upload: true } ? Name : never }[ApiName];

const answerMilliseconds = 30_000;
let language = 'da';
/** Errors are in the reader's language. */
export const callInLanguage = (code: string): void => void (language = code);

interface LooseRequest {
  params?: Record<string, string>;
  query?: unknown;
  body?: unknown;
}

/** The method of an endpoint. */
export const methodOf = (name: string): string => name.slice(0, name.indexOf(' '));

/** The address of an endpoint: `:name` from params, then the query without undefined or empty values. */
export function addressOf(name: string, request: LooseRequest): string {
  const [, path = ''] = name.split(' ');
  const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(request.params?.[key] ?? ''));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request.query ?? {}))
    if (value !== undefined && value !== '') query.set(key, String(value));
  return query.size ? `${filled}?${query}` : filled;
}

/** Headers of every request: token and language. Throws ApiError when Teams gives no token, as it cannot offline. */
async function askingHeaders(prompt: boolean): Promise<Record<string, string>> {
  const token = await accessToken(prompt).catch((cause: unknown) => {
    throw new ApiError(navigator.onLine ? 'signIn' : 'offline', {}, cause);
  });
  return { authorization: `Bearer ${token}`, 'accept-language': language };
}

/** A token may expire in transit; one retry with a new one. */
export async function withFreshToken<Answer extends { status: number }>(
  attempt: (headers: Record<string, string>) => Promise<Answer>,
): Promise<Answer> {
  const first = await attempt(await askingHeaders(false));
  return first.status === 401 ? attempt(await askingHeaders(true)) : first;
}

/** A press and its retries share one idempotency key, so that the API acts once. */
export async function asOneWish<Answer>(
  name: string,
  request: LooseRequest,
  body: string,
  attempt: (headers: Record<string, string>) => Promise<Answer>,
): Promise<Answer> {
  const method = methodOf(name);
  if (method === 'GET') return attempt({});
  const wish: Asked = askedAs(`${method} ${addressOf(name, request)}`, body);
  try {
    const answer = await attempt({ 'idempotency-key': wish.key });
    wish.done();
    return answer;
  } catch (thrown) {
    // It may have changed something before it failed.
    noteLists(method, '');
    // Different content under a used key: the next press gets a new key.
    if (thrown instanceof ApiError && thrown.code === 'http.madeAlready') wish.done();
    else wish.failed();
    throw thrown;
  }
}

async function send(
  name: string,
  request: LooseRequest,
  signal: AbortSignal | undefined,
  milliseconds = answerMilliseconds,
): Promise<Response> {
  const limit = AbortSignal.timeout(milliseconds);
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  return asOneWish(name, request, body ?? '', async (named) => {
    const response = await withFreshToken((headers) =>
      fetch(addressOf(name, request), {
        method: methodOf(name),
        headers: { ...headers, ...named, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body }),
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      }).catch((cause: unknown) => {
        if (signal?.aborted) throw cause;
        throw new ApiError('offline', {}, cause);
      }),
    );
    if (response.ok) {
      noteLists(methodOf(name), addressOf(name, request), response.headers.get(listsHeader));
      return response;
    }
    const refusal: unknown = await response.json().catch(() => undefined);
    throw errorOf(response.status, refusal, {
      requestId: response.headers.get('x-request-id') ?? undefined,
      retryAfter: response.headers.get('retry-after') ?? undefined,
    });
  });
}

/** Calls the API as the reader, with a timeout (30 s by default). Throws ApiError for anything but success. */
export async function call<Name extends ApiName>(
  name: Name,
  request: ApiRequest<Name>,
  signal?: AbortSignal,
  milliseconds?: number,
): Promise<ApiAnswer<Name>> {
  const response = await send(name, request, signal, milliseconds);
  // The type is the contract's: the API validates what it sends, and 204 is an endpoint without an answer.
  return (response.status === 204 ? undefined : await response.json()) as ApiAnswer<Name>;
}

/** A file's bytes, fetched as the reader. Throws ApiError. */
export async function fetchFile<Name extends ApiName>(
  name: Name,
  request: ApiRequest<Name>,
  signal?: AbortSignal,
): Promise<Blob> {
  const response = await send(name, request, signal);
  return response.blob();
}

/** Fetches a file as the reader and downloads it in the browser. */
export async function download<Name extends ApiName>(name: Name, request: ApiRequest<Name>): Promise<void> {
  const response = await send(name, request, undefined);
  const sent = response.headers.get('content-disposition') ?? '';
  // The ASCII name accompanies the real one, for clients that support no other letters.
  const fileName = (/filename\*=UTF-8''([^;]+)/i.exec(sent) ?? /filename="?([^";]+)/i.exec(sent))?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileName ? decodeURIComponent(fileName) : 'download';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
