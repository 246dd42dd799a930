import { describe, expect, it } from 'vitest';
import type { Part } from '../../../teams-app/commands/setup/declaration.ts';
import { partsFor } from '../../../teams-app/commands/setup/parts.ts';
import { powershellScript } from '../../../teams-app/commands/setup/powershell.ts';
import { shellScript } from '../../../teams-app/commands/setup/shell.ts';
import { tenantId } from '../../../teams-app/emulator/municipality.ts';
import { mistakesOf, nodesOf, nodesOfType, parsed, type Node } from '../../support/grammar.ts';
import { answers } from '../../support/setup-answers.ts';

const parts = partsFor({ ...answers, APP_ID: answers.TENANT_ID }, {});
const powershell = powershellScript(parts, tenantId, 'setup-ids.env');

/** Parameters by command, as Microsoft documents them; Find and Make are the script's own. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  'Connect-MgGraph': ['TenantId', 'NoWelcome', 'Scopes'],
  'Invoke-MgGraphRequest': ['Method', 'Uri', 'Body', 'ContentType', 'InputFilePath', 'OutputType'],
  'Connect-AzAccount': ['Tenant'],
  'Get-AzContext': [],
  'Invoke-AzRestMethod': ['Method', 'Uri', 'Payload'],
  'Add-Content': ['Path'],
  'ConvertFrom-Json': [],
  'ForEach-Object': [],
  'Join-Path': [],
  'Out-Null': [],
  'Select-Object': ['First'],
  'Start-Sleep': ['Seconds'],
  'Test-Path': [],
  'Where-Object': [],
  'Write-Host': [],
  'Write-Warning': [],
  Find: [],
  Make: [],
};
const automatic = ['$_', '$true', '$false', '$null', '$psscriptroot'];
const variables = (node: Node) => nodesOfType(node, 'variable').map(({ text }) => text.toLowerCase());
const assigned = (node: Node) => [
  ...nodesOfType(node, 'left_assignment_expression').flatMap(variables),
  ...nodesOfType(node, 'script_parameter').flatMap((one) => variables(one).slice(0, 1)),
  ...nodesOfType(node, 'foreach_statement').flatMap((one) => variables(one).slice(0, 1)),
];

/** A step whose texts hold all that scripts read in another way. */
const hostile = `a "b" 'c' “d” ‘e’ $f \`g\` \\h $(i) #j Ishøj`;
const strange: Part = {
  name: 'entra',
  title: 'Strange',
  who: 'Nobody',
  api: 'graph',
  scopes: [],
  steps: [
    {
      what: hostile,
      why: '',
      as: 'app',
      look: { path: '/applications', where: [['displayName', hostile]] },
      make: { method: 'POST', path: '/applications', body: { displayName: hostile } },
      optional: true,
      remedy: hostile,
    },
  ],
  gives: { APP_ID: '{app.appId}' },
};

describe('the script for PowerShell', () => {
  it('is PowerShell, knows each variable that it reads, and calls what there is by parameters that there are', async () => {
    const script = await parsed('powershell', powershell);
    expect(mistakesOf(script)).toEqual([]);
    const known = new Set([...assigned(script), ...automatic]);
    expect(variables(script).filter((name) => !known.has(name))).toEqual([]);
    const unknown = nodesOfType(script, 'command').flatMap((command) => {
      const name = command.child(0)?.text.split(' ')[0] ?? '';
      if (/^\d+\.\.\d+$/.test(name)) return [];
      const allowed = parameters[name];
      const own = command.children.find(({ type }) => type === 'command_elements')?.children ?? [];
      const given = own.filter(({ type }) => type === 'command_parameter').map(({ text }) => text.slice(1));
      return allowed === undefined ? [name] : given.filter((one) => !allowed.includes(one));
    });
    expect(unknown).toEqual([]);
  });

  it('keeps what a step has found from the functions, whose variables have the same scope rules', async () => {
    const script = await parsed('powershell', powershell);
    const ofFunctions = new Set(nodesOfType(script, 'function_statement').flatMap(assigned));
    expect(ofFunctions.size).toBeGreaterThan(5);
    const kept = parts.flatMap(({ steps }) =>
      steps.flatMap(({ as }) => (as === undefined ? [] : [`$${as}`.toLowerCase()])),
    );
    expect(kept.filter((name) => ofFunctions.has(name))).toEqual([]);
  });

  it('sends bodies that are JSON, in ASCII', async () => {
    const script = await parsed('powershell', powershellScript([...parts, strange], tenantId, 'setup-ids.env'));
    const bodies = nodesOf(script).filter(({ type }) => type === 'expandable_here_string_literal');
    const made = [...parts, strange].flatMap(({ steps }) =>
      steps.filter(({ make }) => make && make.file === undefined),
    );
    expect(bodies).toHaveLength(made.length);
    for (const { text } of bodies) {
      expect(text).toMatch(/^[\0-\x7F]*$/);
      const sent = text
        .slice(3, -3)
        .replace(/\$\(\$[\w.]+\)/g, 'x')
        .replace(/`(.)/g, '$1');
      expect(JSON.parse(sent)).toBeTypeOf('object');
    }
    expect(bodies.at(-1)?.text).toContain('Ish\\u00f8j');
  });

  it('is PowerShell whatever its texts hold', async () => {
    const script = await parsed('powershell', powershellScript([strange], tenantId, 'ids’.env'));
    expect(mistakesOf(script)).toEqual([]);
    const known = new Set([...assigned(script), ...automatic]);
    expect(variables(script).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the script for Azure CLI', () => {
  it.each([
    ['as it is', parts],
    ['whatever its texts hold', [strange]],
  ] as const)('is a shell script: %s', async (_name, given) => {
    const script = await parsed('bash', shellScript(given, tenantId, 'setup-ids.env'));
    expect(mistakesOf(script)).toEqual([]);
  });
});
