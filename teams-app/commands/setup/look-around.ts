import { existsSync } from 'node:fs';
import { asAppError } from '../../../api/kernel/index.ts';
import { Centres, RoleAssignments, RoleGroups } from '../../../api/organisation/index.ts';
import { createLists, graphScope, type Tokens } from '../../../api/sharepoint/index.ts';
import { missingIn, type AppRegistration, type Settings } from '../../config/index.ts';
import { connect, siteIdOf, type Connection, type Surroundings } from '../../program/connect.ts';
import { driftHere } from '../../program/provision-here.ts';
import { whyNot } from '../../program/why-not.ts';
import { permissionsIn, rolesOf } from '../doctor/permissions.ts';
import { triesToMakeList } from '../doctor/site.ts';
import { knowsBot } from '../doctor/bot-known.ts';
import { isReachable } from '../doctor/reachable.ts';
import { questions, type Answers } from './answers.ts';
import { packageOf } from './shared-answers.ts';

/** Where a step of setup stands. `unseen`: the app's own rights do not show it. */
export interface StepState {
  state: 'done' | 'missing' | 'unseen';
  what: string;
  todo?: string;
  who?: string;
}
const done = (what: string): StepState => ({ state: 'done', what });
const missing = (what: string, todo: string, who = 'whoever runs setup'): StepState => ({
  state: 'missing',
  what,
  todo,
  who,
});
const unseen = (what: string, todo: string, who: string): StepState => ({ state: 'unseen', what, todo, who });

const script = (part: string) => `Run the part ${part} of the script (setup --script setup.ps1).`;

const there = 'Run setup where the program runs: only there the managed identity is at hand.';

interface Around {
  answers: Answers;
  settings: Settings;
  surroundings: Surroundings;
}

/** Every step of setup in order, by what the app's own rights show. Reads only; a list made to try is removed. */
export async function lookAround(around: Around, show: (step: StepState) => void): Promise<StepState[]> {
  const steps: StepState[] = [];
  const add = (...some: readonly StepState[]) => {
    for (const step of some) show(step);
    steps.push(...some);
  };
  const { answers, settings, surroundings } = around;
  add(...answered(answers));
  const { tenantId, app, provisioning, site } = settings;
  const connected = (one: AppRegistration | undefined) =>
    one && tenantId !== undefined ? connect({ ...settings, tenantId }, one, surroundings) : undefined;
  const making = connected(provisioning);
  const signedIn = await signsIn('The app', app, connected(app), around);
  const isElsewhere = signedIn.state === 'unseen';
  const running = isElsewhere ? undefined : connected(app);
  add(signedIn, await signsIn('The provisioning app', provisioning, making, around));
  add(
    unseen(
      'Address, scope access_as_user and pre-authorised Teams clients of the app.',
      `${script('entra')} It says of each that it is there.`,
      'Application Administrator',
    ),
  );
  add(
    isElsewhere
      ? unseen('Consent to the permissions of the app.', there, 'Privileged Role Administrator')
      : await consented('The app', running?.tokens),
    await provisioningConsented(making?.tokens),
  );
  // The provisioning app reads for one that signs in elsewhere.
  const [reader, as] = isElsewhere ? [making, provisioning] : [running, app];
  const siteId = reader && as && site ? await siteIdOf({ site }, reader.graph, as).catch(() => undefined) : undefined;
  const name = isElsewhere ? 'The provisioning app' : 'The app';
  add(
    siteId === undefined
      ? missing(
          `${name} does not read the SharePoint site.`,
          `Make the site, and then: ${script('sharepoint')}`,
          'SharePoint Administrator',
        )
      : done(`${name} reads the SharePoint site.`),
  );
  add(await makesLists(making, around));
  add(
    isElsewhere
      ? unseen('Whether Teams knows the bot.', there, 'Contributor on the resource group')
      : await bot(running, surroundings),
  );
  add(
    existsSync(packageOf(answers))
      ? done(`The app package is built: ${packageOf(answers)}.`)
      : missing('The app package is not built.', 'npm run manifest'),
  );
  add(
    settings.catalogAppId === undefined
      ? missing(
          'The app is not in the Teams catalogue, or its id is not handed back.',
          script('teams'),
          'Teams Administrator',
        )
      : done('CATALOG_APP_ID is set; doctor compares it, given AppCatalog.Read.All.'),
  );
  add(
    unseen(
      'A setup policy that installs and pins the app for everybody.',
      'Teams admin centre → Teams apps → Setup policies.',
      'Teams Administrator',
    ),
  );
  add(...(await lists(reader, siteId, surroundings)));
  add(await program(settings, surroundings));
  return steps;
}

const answered = (answers: Answers): StepState[] => {
  const open = questions.filter(({ name, needed }) => needed && answers[name] === undefined);
  return open.length === 0
    ? [done('The questions are answered.')]
    : open.map(({ name, ask }) => missing(`${name} is not answered: ${ask}.`, `npm run isms -- setup --set ${name}=…`));
};

async function signsIn(
  who: string,
  app: AppRegistration | undefined,
  connection: Connection | undefined,
  { settings }: Around,
): Promise<StepState> {
  if (!app || !connection)
    return missing(
      `${who} is not known, or has no credential.`,
      who === 'The app'
        ? `${script('entra')} Then npm run isms -- setup --ids FILE. Its credential is MANAGED_IDENTITY_CLIENT_ID, or a file of setup --certificate in APP_CERTIFICATE_KEY_FILE.`
        : `${script('entra')} Its credential is a file of setup --certificate in PROVISIONING_CERTIFICATE_KEY_FILE.`,
      'Application Administrator',
    );
  return connection.tokens(graphScope).then(
    () => done(`${who} is registered and signs in.`),
    (thrown: unknown) => {
      if (asAppError(thrown).code === 'sharepoint.identityAway')
        return unseen(
          `${who} signs in by a managed identity, which this machine is not.`,
          there,
          'Application Administrator',
        );
      const { what, todo } = whyNot(thrown, settings);
      return missing(`${who}: ${what}`, todo, 'Application Administrator');
    },
  );
}

const rolesFrom = (tokens: Tokens | undefined): Promise<string[]> =>
  tokens ? tokens(graphScope).then(rolesOf, () => []) : Promise.resolve([]);

async function consented(who: string, tokens: Tokens | undefined): Promise<StepState> {
  const lacking = permissionsIn(await rolesFrom(tokens)).missing.map(({ permission }) => permission);
  return lacking.length === 0
    ? done(`${who} has its permissions of Microsoft Graph.`)
    : missing(
        `${who} lacks ${lacking.join(', ')}.`,
        `${script('consent')} A token shows it within the hour.`,
        'Privileged Role Administrator',
      );
}
const provisioningConsented = async (tokens: Tokens | undefined): Promise<StepState> =>
  (await rolesFrom(tokens)).includes('Sites.Selected')
    ? done('The provisioning app has Sites.Selected.')
    : missing('The provisioning app lacks Sites.Selected.', script('consent'), 'Privileged Role Administrator');

async function makesLists(making: Connection | undefined, { settings }: Around): Promise<StepState> {
  const { site, provisioning } = settings;
  const may =
    making && site && provisioning
      ? await siteIdOf({ site }, making.graph, provisioning)
          .then((siteId) => triesToMakeList(making.graph, siteId))
          .catch(() => 'refused')
      : 'refused';
  return may === 'made'
    ? done('The provisioning app makes lists on the site.')
    : missing('The provisioning app makes no lists on the site.', script('sharepoint'), 'SharePoint Administrator');
}

async function bot(running: Connection | undefined, { fetch }: Surroundings): Promise<StepState> {
  const what = 'The bot is not registered with the channel of Teams, or its token is refused.';
  const known = running ? await knowsBot(running.tokens, fetch).catch(() => undefined) : false;
  if (known === true) return done('Teams knows the bot.');
  if (known === false) return missing(what, script('azure'), 'Contributor on the resource group');
  return unseen('Whether Teams knows the bot cannot be seen.', script('azure'), 'Contributor on the resource group');
}

async function lists(
  running: Connection | undefined,
  siteId: string | undefined,
  { clock, log }: Surroundings,
): Promise<StepState[]> {
  const none = missing('The lists are not made.', 'npm run isms -- provision');
  if (!running || siteId === undefined) return [none];
  const drift = await driftHere(running.graph, siteId);
  if (drift.length > 0)
    return [
      drift.some(({ problem }) => problem === 'missing')
        ? none
        : missing('Lists differ from what is declared.', 'npm run isms -- provision'),
    ];
  const opened = createLists({ graph: running.graph, siteId, clock, log });
  await opened.load([Centres, RoleGroups, RoleAssignments]);
  const isCiso = ({ role }: { role: string }) => role === 'ciso';
  const hasCiso = opened.handle(RoleGroups).all().some(isCiso) || opened.handle(RoleAssignments).all().some(isCiso);
  return [
    done('All lists are as declared.'),
    opened.handle(Centres).all().length > 0
      ? done('The centres are set.')
      : missing('No centre is set.', 'npm run isms -- import-centres centres.csv'),
    hasCiso
      ? done('Somebody is CISO.')
      : missing('Nobody is CISO.', 'npm run isms -- map-group <object id of the group> ciso'),
  ];
}

async function program(settings: Settings, { fetch }: Surroundings): Promise<StepState> {
  const lacking = missingIn(settings);
  if (lacking.length > 0 || settings.publicUrl === undefined)
    return missing(`The program cannot start: ${lacking.join(' ')}`, 'Set it, and start the program.');
  const problem = await isReachable(settings.publicUrl, fetch);
  return problem === undefined
    ? done(`The program answers at ${settings.publicUrl}.`)
    : missing(
        `The program does not answer at ${settings.publicUrl}: ${problem}.`,
        'Start it with these settings, behind its proxy: node teams-app/main.ts',
      );
}
