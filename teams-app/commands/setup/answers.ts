import { variables } from '../../config/env.ts';
import { z } from 'zod';

/** A question of setup. Answers are lines of the settings file; names that begin with SETUP_ are for setup alone. */
export interface Question {
  name: string;
  ask: string;
  /** Asked for and named as missing; others have a default or another way. */
  needed: boolean;
  schema: z.ZodType;
}

const guid = z.guid('must be a GUID, e.g. 11111111-2222-3333-4444-555555555555');
const text = z.string().trim().min(1);
const setting = (name: keyof typeof variables, ask: string, needed: boolean): Question => ({
  name,
  ask,
  needed,
  schema: variables[name].schema,
});
const own = (name: string, ask: string, schema: z.ZodType = text): Question => ({ name, ask, needed: false, schema });

export const questions: readonly Question[] = [
  setting('TENANT_ID', 'Tenant ID, from the overview page of Entra', true),
  setting('PUBLIC_URL', 'Address of the program for Teams, https://…', true),
  setting('SITE_HOST', 'Host of the SharePoint site, e.g. ishoj.sharepoint.com', true),
  setting('SITE_PATH', 'Its path, e.g. /sites/informationssikkerhed', true),
  setting('ORGANISATION_NAME', 'Name of the municipality', true),
  setting(
    'APP_CERTIFICATE_KEY_FILE',
    'File with key and certificate of the app (setup --certificate app.pem makes one)',
    false,
  ),
  setting('MANAGED_IDENTITY_CLIENT_ID', 'Client id of the managed identity that runs the program', false),
  own('SETUP_MANAGED_IDENTITY_OBJECT_ID', 'Object id of that managed identity', guid),
  setting('PROVISIONING_CERTIFICATE_KEY_FILE', 'File with key and certificate of the provisioning app', false),
  own('SETUP_AZURE_SUBSCRIPTION', 'Id of the Azure subscription for the bot registration', guid),
  own('SETUP_AZURE_RESOURCE_GROUP', 'Its resource group'),
  own('SETUP_BOT_NAME', 'Name of the bot registration in Azure, unique in the world'),
  setting('APP_ID', 'Client id of the app, handed back by the script', false),
  setting('PROVISIONING_APP_ID', 'Client id of the provisioning app, handed back by the script', false),
  setting('CATALOG_APP_ID', 'Id of the app in the Teams catalogue, handed back by the script', false),
  own('SETUP_PACKAGE', 'The app package, if npm run manifest wrote it elsewhere (--out)'),
];

export type Answers = Readonly<Record<string, string>>;

/** What is wrong with an answer; undefined when it is right. */
export function problemWith(name: string, value: string): string | undefined {
  const question = questions.find((one) => one.name === name);
  if (!question && !(name in variables)) return `${name} is no setting of setup.`;
  const schema = question?.schema ?? variables[name as keyof typeof variables].schema;
  const issue = schema.safeParse(value).error?.issues[0];
  return issue && `${name} ${issue.message}.`;
}
