import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../../../teams-app/config/index.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import { openJournal } from '../../../teams-app/program/open-instances.ts';
import { aStateFolder } from '../../support/journal-folder.ts';

const state = aStateFolder();
afterAll(() => state.remove());
const configOf = (folder: string) => readConfig({ STATE_DIR: folder }, deskValues);
const aLog = () => ({ info: vi.fn(), warn: vi.fn(), error: vi.fn() });

describe('the journal of a program', () => {
  it('refuses the folder of another site in words that name the setting', async () => {
    const first = await openJournal(configOf(state.folder), 'site-a', aLog());
    await first.close();
    const refused = openJournal(configOf(state.folder), 'site-b', aLog());
    await expect(refused).rejects.toBeInstanceOf(ConfigError);
    await expect(refused).rejects.toThrow(/STATE_DIR: the state folder .* belongs to another SharePoint site/);
  });

  it('lets the program start where it cannot write, and logs why', async () => {
    const folder = join(state.folder, 'taken');
    writeFileSync(folder, '');
    const log = aLog();
    const journal = await openJournal(configOf(folder), 'site-a', log);
    expect(journal.status()).toMatchObject({ state: 'unavailable', code: 'notWritable' });
    expect(log.error).toHaveBeenCalledWith({ code: 'journal.notWritable' }, 'the journal cannot be written');
    await journal.close();
  });
});
