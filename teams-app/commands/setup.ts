import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { localDate } from '../../api/kernel/index.ts';
import { settingsFileOf, settingsFrom } from '../config/index.ts';
import { CommandError, type Command } from './command.ts';
import { openMicrosoft365 } from './microsoft365.ts';
import type { Answers } from './setup/answers.ts';
import { askMissing } from './setup/ask.ts';
import { lookAround, type StepState } from './setup/look-around.ts';
import type { Part } from './setup/declaration.ts';
import { partsFor } from './setup/parts.ts';
import { planPage } from './setup/plan-page.ts';
import { powershellScript } from './setup/powershell.ts';
import { selfSigned } from './setup/self-signed.ts';
import { givenAnswers, readAnswers, writeAnswers } from './setup/settings-file.ts';
import { shellScript } from './setup/shell.ts';

const options = {
  settings: { type: 'string' },
  set: { type: 'string', multiple: true },
  ids: { type: 'string' },
  certificate: { type: 'string' },
  script: { type: 'string' },
  plan: { type: 'string' },
} as const;

const marks: Readonly<Record<StepState['state'], string>> = { done: 'done   ', missing: 'MISSING', unseen: 'unseen ' };

/** Leads from nothing to a running program: writes what is to be made, and says what is there. Safe to repeat. */
export const setup: Command = {
  usage:
    'setup [--set NAME=VALUE]... [--ids FILE] [--certificate FILE.pem] [--plan FILE.md] [--script FILE.ps1|FILE.sh] [--settings FILE]',
  describe:
    'leads from an empty tenant to a running program (docs/setup.md): asks, writes the settings file, the plan and the administrators’ script, and says of each step whether it is done, what is missing and who does it',
  talks: false,
  async run({ args, print }) {
    const given = readOptions(args);
    const file = given.settings ?? settingsFileOf() ?? 'setup.env';
    const answers = await asked({
      ...readAnswers(file),
      ...(given.ids === undefined ? {} : idsFrom(given.ids)),
      ...givenAnswers(given.set ?? []),
    });
    writeAnswers(file, answers);
    if (given.certificate !== undefined) return makeCertificate(given.certificate, print);
    const parts = partsOf(answers);
    if (given.plan !== undefined) {
      writeFileSync(given.plan, planPage(parts, byHand));
      print(`${given.plan}: what will be made, by whom and why. Nothing was changed.`);
    }
    if (given.script !== undefined) {
      const { script } = given;
      const ids = `${basename(script).replace(/\.\w+$/, '')}-ids.env`;
      const write = script.endsWith('.sh') ? shellScript : powershellScript;
      writeFileSync(script, write(parts, answers['TENANT_ID'] ?? '<TENANT_ID>', ids));
      print(
        `${script}: for administrators. It makes what is missing, and writes ids to ${join(dirname(script), ids)}:`,
      );
      print(`hand them back by npm run isms -- setup --ids ${ids}`);
    }
    if (given.plan !== undefined || given.script !== undefined) return 0;
    return status(file, answers, print);
  },
};

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.script !== undefined && !/\.(ps1|sh)$/.test(values.script))
      throw new CommandError('--script takes a file that ends in .ps1 (Graph PowerShell) or .sh (Azure CLI).');
    return values;
  } catch (cause) {
    if (cause instanceof CommandError) throw cause;
    throw new CommandError(cause instanceof Error ? cause.message : String(cause));
  }
}

/** Asks what is missing on a terminal; elsewhere nothing is asked, and what is missing is said. */
const asked = async (answers: Answers): Promise<Answers> =>
  process.stdin.isTTY && process.stdout.isTTY ? askMissing(answers, process.stdin, process.stdout) : answers;

/** Ids that the script handed back; the last of each name counts. */
function idsFrom(file: string): Answers {
  if (!existsSync(file)) throw new CommandError(`${file} is not there: the script writes it.`);
  const ids = readAnswers(file);
  return givenAnswers(Object.entries(ids).map(([name, value]) => `${name}=${value}`));
}

const year = 365 * 86_400_000;

/** A key with its certificate in one file, for the settings; the certificate alone beside it, for Entra. */
function makeCertificate(file: string, print: (line: string) => void): number {
  if (existsSync(file)) {
    print(`${file} is there already, and stays as it is.`);
    return 0;
  }
  const from = new Date();
  const to = new Date(from.getTime() + year);
  const { certificate, privateKey } = selfSigned({ name: 'sikkerhedshjulet', from, to, bits: 3072 });
  const open = `${file.replace(/\.pem$/, '')}.cer`;
  writeFileSync(file, privateKey + certificate, { mode: 0o600, flag: 'wx' });
  writeFileSync(open, certificate);
  print(`${file}: key and certificate, valid until ${localDate(to)}. Keep it secret.`);
  print(`${open}: the certificate alone, for Entra; the script uploads it.`);
  print(`Name it: npm run isms -- setup --set APP_CERTIFICATE_KEY_FILE=${file} (or PROVISIONING_CERTIFICATE_KEY_FILE)`);
  return 0;
}

/** All parts, with the certificates that the answers name. Throws CommandError for a file without one. */
export const partsOf = (answers: Answers): readonly Part[] =>
  partsFor(answers, {
    app: certificateIn(answers['APP_CERTIFICATE_KEY_FILE']),
    provisioning: certificateIn(answers['PROVISIONING_CERTIFICATE_KEY_FILE']),
  });

/** The certificate of a file, DER in base64, without its key. */
function certificateIn(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  if (!existsSync(file))
    throw new CommandError(`${file} is not there. npm run isms -- setup --certificate ${file} makes it.`);
  const text = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(readFileSync(file, 'utf8'))?.[0];
  if (text === undefined)
    throw new CommandError(`${file} has a key without its certificate: put the certificate beside it.`);
  return new X509Certificate(text).raw.toString('base64');
}

const byHand = [
  {
    what: 'the SharePoint site: a team site without guests',
    who: 'SharePoint Administrator',
    why: 'its lists are the only database',
  },
  { what: 'a host with TLS in front of the program', who: 'operations', why: 'Teams takes https:// only' },
  {
    what: 'a setup policy that installs and pins the app',
    who: 'Teams Administrator',
    why: 'the bot reaches everybody at once, and the tab is found',
  },
];

async function status(file: string, answers: Answers, print: (line: string) => void): Promise<number> {
  print(`Settings: ${file}. For other commands: SETTINGS_FILE=${file}`);
  const settings = settingsFrom(soFar(answers));
  const opened = await openMicrosoft365(settings);
  const show = ({ state, what, todo, who }: StepState) =>
    print(
      `${marks[state]} ${what}${todo === undefined ? '' : `\n        → ${todo}${who === undefined ? '' : ` (${who})`}`}`,
    );
  try {
    const steps = await lookAround({ answers, settings, surroundings: opened }, show);
    const next = steps.find(({ state }) => state === 'missing');
    print(next ? `Next: ${next.todo ?? ''}` : 'All is there. Look it over: npm run isms -- doctor');
    return next ? 1 : 0;
  } finally {
    await opened.close();
  }
}

/** Until its id is handed back, the provisioning app's credential is no setting yet. */
const soFar = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([name]) => answers['PROVISIONING_APP_ID'] !== undefined || !name.startsWith('PROVISIONING_'),
    ),
  );
