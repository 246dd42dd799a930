import { answers } from '../../support/setup-answers.ts';
import { equal, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { partsFor } from '../../../teams-app/commands/setup/parts.ts';
import { readAnswers } from '../../../teams-app/commands/setup/settings-file.ts';
import { shellScript } from '../../../teams-app/commands/setup/shell.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import { managedIdentity, tenantId } from '../../../teams-app/emulator/municipality.ts';

// The script that setup writes for Azure CLI, run by bash against an empty tenant: `node
// tests/contract/clients/azure-cli.ts`. A program and no test, since bash, curl and jq are no packages of npm and no
// test may be skipped; what the script declares is carried out in tests/journeys/setup.test.ts.

/** Azure CLI as far as the script asks for it: `az rest` and `az account show`. */
const az = `#!/usr/bin/env bash
if [ "$1" = account ]; then echo "$TENANT"; exit 0; fi
shift
while [ $# -gt 0 ]; do
  case "$1" in
    --method) method=$2;; --url) url=$2;; --body) body=$2;; --only-show-errors) shift; continue;;
  esac
  shift 2
done
rest=\${url#https://}; host=\${rest%%/*}; token=$GRAPH_TOKEN
if [ "$host" = management.azure.com ]; then token=$AZURE_TOKEN; fi
out=$(curl -sS -g -w '\\n%{http_code}' -X "\${method^^}" -H "authorization: Bearer $token" -H "x-emu-host: $host" \\
  \${body:+-H "content-type: application/json" --data-binary "$body"} "$DESK/\${rest#*/}")
code=\${out##*$'\\n'}
if [ "$code" -ge 400 ]; then echo "\${out%$'\\n'*}" >&2; exit 1; fi
echo "\${out%$'\\n'*}"
`;

const folder = mkdtempSync(join(tmpdir(), 'azure-cli-'));
const desk = await startDesk(readConfig({ DATA_DIR: ':memory:', PEOPLE: '60', LOG_LEVEL: 'silent' }, deskValues), {
  empty: true,
});
writeFileSync(join(folder, 'az'), az, { mode: 0o755 });
const scopes = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
];
const roles = ['applicationAdministrator', 'privilegedRoleAdministrator'] as const;
const env = {
  PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`,
  DESK: desk.address,
  TENANT: tenantId,
  GRAPH_TOKEN: await desk.world?.entra.administratorToken(roles, scopes),
  AZURE_TOKEN: await desk.world?.entra.administratorToken([], [], 'azure'),
};
/** What one run made. */
async function made(known: Record<string, string>): Promise<string[]> {
  writeFileSync(
    join(folder, 'setup.sh'),
    shellScript(partsFor({ ...answers, ...known }, {}), tenantId, 'setup-ids.env'),
  );
  const { stdout } = await promisify(execFile)('bash', ['setup.sh'], { cwd: folder, env });
  process.stdout.write(stdout);
  return stdout.split('\n').filter((line) => line.startsWith('made '));
}

const first = await made({});
ok(first.some((line) => line.includes('TeamsAppInstallation.ReadWriteSelfForUser.All')));
const ids = readAnswers(join(folder, 'setup-ids.env'));
equal((await made(ids)).length, 2, 'the bot and its channel, now that the id of the app is known');
equal((await made(ids)).length, 0, 'nothing twice');
const objects = desk.world?.tenant.made;
equal(objects?.applications[0]?.appId, ids['APP_ID']);
equal(objects?.federated[0]?.subject, managedIdentity.principalId);
equal(objects?.bots[0]?.channels[0], 'MsTeamsChannel');
await desk.close();
rmSync(folder, { recursive: true });
