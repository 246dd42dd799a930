import { localDate, systemClock, type AppError } from '../../api/kernel/index.ts';
import type { AppRegistration, Settings } from '../config/index.ts';
import type { Reason } from '../config/start-refused.ts';

const newCertificate =
  'Upload a new one under Certificates & secrets of the app, and replace the file of APP_CERTIFICATE_KEY_FILE (used without a restart), or the setting.';

interface EntraRow {
  /** AADSTS numbers, as on Entra's page of error codes. */
  numbers: readonly number[];
  reason(names: { tenantId: string; app: string }): Reason;
}

/** Entra's refusals of an app, by number. */
const entraRows: readonly EntraRow[] = [
  {
    numbers: [90002, 900021, 900023, 90019],
    reason: ({ tenantId }) => ({
      what: `Entra knows no tenant ${tenantId}.`,
      todo: 'Set TENANT_ID to the Tenant ID that the overview page of Entra shows.',
    }),
  },
  {
    numbers: [700016, 7000229, 90013],
    reason: ({ app, tenantId }) => ({
      what: `The tenant ${tenantId} has no app ${app}.`,
      todo: 'Look whether APP_ID (or PROVISIONING_APP_ID) is the Application (client) ID of an app in this tenant, and whether an administrator has consented to its permissions.',
    }),
  },
  {
    numbers: [7000215],
    reason: ({ app }) => ({
      what: `The secret of the app ${app} is wrong.`,
      todo: 'Set APP_SECRET (or PROVISIONING_SECRET) to the value of a client secret, and not to its id; Entra shows the value only once.',
    }),
  },
  {
    numbers: [7000222],
    reason: ({ app }) => ({
      what: `The secret of the app ${app} has ended.`,
      todo: 'Make a new one under Certificates & secrets in Entra and set it here, or better a certificate.',
    }),
  },
  {
    numbers: [7000216, 7000218],
    reason: ({ app }) => ({
      what: `The app ${app} came to Entra without a credential.`,
      todo: 'Set APP_CERTIFICATE_KEY_FILE, with the certificate beside the key.',
    }),
  },
  {
    numbers: [700027, 700021, 50012, 50013],
    reason: ({ app }) => ({
      what: `Entra does not know the certificate of the app ${app}.`,
      todo: 'Upload the certificate that belongs to this key under Certificates & secrets of the app; one that has ended counts no more.',
    }),
  },
  {
    numbers: [1000502],
    reason: ({ app }) => ({
      what: `The certificate of the app ${app} has ended, or is not valid yet.`,
      todo: newCertificate,
    }),
  },
  {
    numbers: [70021, 700211, 700212, 700213, 700222],
    reason: ({ app }) => ({
      what: `The app ${app} does not trust the managed identity.`,
      todo: 'Add a federated credential of the managed identity under Certificates & secrets → Federated credentials of the app (setup writes the script): issuer https://login.microsoftonline.com/<tenant>/v2.0, subject the object id of the identity (not its client id), audience api://AzureADTokenExchange. A new one takes some minutes.',
    }),
  },
  {
    numbers: [700024, 700023, 50027],
    reason: () => ({
      what: 'Entra does not accept the time or the address in what the app signed.',
      todo: 'Look whether the clock of this machine is right (time service).',
    }),
  },
  {
    numbers: [7000112, 7000114],
    reason: ({ app }) => ({
      what: `The app ${app} is disabled in Entra.`,
      todo: 'Enable it under Enterprise applications → Properties → Enabled for users to sign in.',
    }),
  },
  {
    numbers: [53003, 530035, 53000, 53001, 53002],
    reason: ({ app }) => ({
      what: `Conditional Access keeps the app ${app} out.`,
      todo: 'Let the policy for workload identities admit it, or run the program from an address that it allows.',
    }),
  },
  {
    numbers: [500011, 1002012],
    reason: () => ({
      what: 'Entra does not know Microsoft Graph in this tenant.',
      todo: 'Look whether TENANT_ID is an organisation with Microsoft 365, in the worldwide cloud.',
    }),
  },
];

/** A refusal's row. An unknown one is shown with its number and Entra's page. */
export function entraReason(error: AppError, config: Settings | undefined): Reason {
  const text = error.cause instanceof Error ? error.cause.message : '';
  const number = Number(/AADSTS(\d{4,8})/.exec(text)?.[1] ?? 0);
  const row = entraRows.find(({ numbers }) => numbers.includes(number));
  const app = appIn(text, config);
  const ended = endedOn(app);
  if (ended !== undefined && row?.numbers.includes(700027))
    return {
      what: `The certificate of the app ${app?.clientId ?? ''} ended on ${ended} (AADSTS${number}).`,
      todo: newCertificate,
    };
  if (row) {
    const { what, todo } = row.reason({ tenantId: config?.tenantId ?? '', app: app?.clientId ?? '' });
    return { what: `${what.replaceAll('  ', ' ')} (AADSTS${number})`, todo };
  }
  if (number > 0)
    return {
      what: `Entra refuses the app${app ? ` ${app.clientId}` : ''} (AADSTS${number}).`,
      todo: `See https://login.microsoftonline.com/error?code=${number}, and check TENANT_ID, APP_ID and the credential.`,
    };
  return {
    what: 'Entra refuses the app.',
    todo: 'Check TENANT_ID, APP_ID and the certificate or secret, and whether it has ended.',
  };
}

/** The last day of a certificate that has ended. Entra forgets it, and says that it never knew it. */
function endedOn(app: AppRegistration | undefined): string | undefined {
  if (!app || !('certificate' in app.credential)) return undefined;
  const { expiresAt } = app.credential.certificate;
  return expiresAt !== undefined && expiresAt < systemClock.now().toISOString()
    ? localDate(new Date(expiresAt))
    : undefined;
}

/** The app in Entra's text, else the app itself: start-up may begin with the provisioning app. */
const appIn = (text: string, config: Settings | undefined): AppRegistration | undefined =>
  [config?.provisioning, config?.app].find((app) => app !== undefined && text.includes(app.clientId)) ?? config?.app;
