import { answers } from '../../support/setup-answers.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import type { Fetch } from '../../../api/kernel/index.ts';
import { carryOut } from '../../../teams-app/commands/administrators.ts';
import { setup } from '../../../teams-app/commands/setup.ts';
import { askMissing } from '../../../teams-app/commands/setup/ask.ts';
import { partsFor } from '../../../teams-app/commands/setup/parts.ts';
import { planPage } from '../../../teams-app/commands/setup/plan-page.ts';
import { powershellScript } from '../../../teams-app/commands/setup/powershell.ts';
import { readAnswers } from '../../../teams-app/commands/setup/settings-file.ts';
import { shellScript } from '../../../teams-app/commands/setup/shell.ts';
import { neededPermissions } from '../../../teams-app/commands/doctor/permissions.ts';
import { siteHost, tenantId } from '../../../teams-app/emulator/municipality.ts';

const folder = mkdtempSync(join(tmpdir(), 'setup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
describe('the script for Azure CLI', () => {
  const known = { ...answers, APP_ID: answers.TENANT_ID };
  const script = shellScript(partsFor(known, {}), tenantId, 'setup-ids.env');

  it('has every step that Azure CLI may do, and leaves nothing to a reference that the shell does not know', () => {
    const [entra, consent, , azure] = partsFor(known, {});
    for (const part of [entra, consent, azure])
      for (const { what } of part?.steps ?? []) expect(script).toContain(what);
    expect(script).toMatch(/use the script that ends in \.ps1 for this part/);
    expect(script).not.toMatch(/(?<![\w$])\{[a-z]\w*\.\w+\}/);
    expect(script).not.toMatch(/[^\\]\$filter=/);
    expect(script.match(/<<JSON$/gm)).toHaveLength(script.match(/^JSON$/gm)?.length ?? 0);
  });
});

describe('the script for PowerShell', () => {
  const script = powershellScript(partsFor({ ...answers, APP_ID: answers.TENANT_ID }, {}), tenantId, 'setup-ids.env');

  it('has every step, and leaves nothing to a reference that PowerShell does not know', () => {
    for (const { steps } of partsFor({ ...answers, APP_ID: answers.TENANT_ID }, {}))
      for (const { what } of steps) expect(script).toContain(what);
    expect(script).not.toMatch(/(?<!\$\()(?<![@\w])\{[a-z]\w*\.\w+\}/);
    // `$filter` would be a variable.
    expect(script).not.toMatch(/[^`]\$filter=/);
    const opened = script.match(/@"$/gm) ?? [];
    expect(script.match(/^"@$/gm)).toHaveLength(opened.length);
  });

  it('leaves out a part whose answers are not known yet, and says which', () => {
    const early = powershellScript(partsFor(answers, {}), tenantId, 'setup-ids.env');
    expect(early).toContain('# Left out: APP_ID not known yet');
    expect(early).not.toContain('<APP_ID>');
  });
});

describe('consent on behalf of people', () => {
  const consent = partsFor({ ...answers, APP_ID: answers.TENANT_ID }, {}).filter(({ name }) => name === 'consent');
  const withGrant = async (scope: string) => {
    const [part] = consent;
    if (!part) throw new Error('no consent');
    const fetch: Fetch = async (url, { method } = {}) => {
      const found = url.includes('oauth2PermissionGrants') ? { id: 'grant-1', scope } : { id: 'one' };
      return Response.json(method === 'GET' ? { value: [found] } : { id: 'new' });
    };
    const { made, there, outdated } = await carryOut(fetch, 'token', part);
    const isAboutPeople = (what: string) => what.includes('on behalf of people');
    return { made: made.filter(isAboutPeople), there: there.filter(isAboutPeople), outdated };
  };

  it('is there by its exact names; outdated ones are named with what removes them', async () => {
    const right = 'LearningAssignedCourse.Read LearningSelfInitiatedCourse.Read';
    expect(await withGrant(right)).toMatchObject({ made: [], there: [expect.any(String)], outdated: [] });
    const old = await withGrant('LearningAssignedCourse.Read.All LearningSelfInitiatedCourse.Read');
    expect(old).toMatchObject({ made: [expect.any(String)], there: [] });
    expect(old.outdated).toEqual([
      expect.stringMatching(/^LearningAssignedCourse\.Read\.All .*-OAuth2PermissionGrantId grant-1 -Scope/),
    ]);
  });

  it('is asked for by word in both scripts', () => {
    expect(powershellScript(consent, tenantId, 'ids.env')).toContain(
      `@($_.scope -split ' ') -contains "LearningAssignedCourse.Read.All"`,
    );
    expect(shellScript(consent, tenantId, 'ids.env')).toContain('[.scope // "" | split(" ")[]] | index($v0)');
  });

  it('says what to do where another grant is in its way, in both scripts', () => {
    for (const script of [powershellScript, shellScript])
      expect(script(consent, tenantId, 'ids.env')).toMatch(
        /Not made: .* It is optional\. Where it has a grant .*-Scope/,
      );
  });
});

describe('setup', () => {
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const input = { args, print: (line: string) => void lines.push(line), config: () => Promise.reject(new Error()) };
    return { code: await setup.run(input), text: lines.join('\n') };
  };
  const file = join(folder, 'own.env');

  it('refuses a secret, a wrong answer and an unknown name, and writes none of them', async () => {
    for (const [line, problem] of [
      ['APP_SECRET=x', 'by its environment'],
      ['STATE_KEY=x', 'by its environment'],
      ['TENANT_ID=x', 'must be a GUID'],
      ['NONSENSE=x', 'no setting of setup'],
    ] as const)
      await expect(run('--settings', file, '--set', line)).rejects.toThrow(problem);
    expect(readAnswers(file)).toEqual({});
  });

  it('asks on a terminal for what is missing alone, again after a wrong answer, and takes several lines at once', async () => {
    const [typed, shown] = [new PassThrough(), new PassThrough()];
    typed.end(`x\n${tenantId}\nhttps://isms.example.dk\n\n`);
    const known = { SITE_HOST: siteHost };
    expect(await askMissing(known, typed, shown)).toEqual({
      ...known,
      TENANT_ID: tenantId,
      PUBLIC_URL: 'https://isms.example.dk',
    });
    const text = String(shown.read());
    expect(text).toContain('TENANT_ID must be a GUID');
    expect(text).not.toContain('SITE_HOST');
  });

  it('keeps what is in the settings file, and adds to it', async () => {
    writeFileSync(file, `TENANT_ID=${tenantId}\nLICENCES=4000\n`);
    const plan = join(folder, 'plan.md');
    const { code } = await run('--settings', file, '--set', 'ORGANISATION_NAME=Ishøj Kommune', '--plan', plan);
    expect(code).toBe(0);
    expect(readAnswers(file)).toEqual({ TENANT_ID: tenantId, LICENCES: '4000', ORGANISATION_NAME: 'Ishøj Kommune' });
    expect(readFileSync(plan, 'utf8')).toContain('Not known yet: host of PUBLIC_URL');
  });

  it('never makes a certificate over one that is there', async () => {
    const pem = join(folder, 'mine.pem');
    writeFileSync(pem, 'mine');
    expect((await run('--settings', file, '--certificate', pem)).text).toContain('stays as it is');
    expect(readFileSync(pem, 'utf8')).toBe('mine');
  });

  it('plans every documented permission with its reason', () => {
    const page = planPage(partsFor(answers, {}), []);
    for (const { permission, use } of neededPermissions) {
      expect(page).toContain(`| ${permission} for Sikkerhedshjulet |`);
      expect(page).toContain(use);
    }
  });
});
