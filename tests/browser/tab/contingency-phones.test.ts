import { describe, expect, it } from 'vitest';
import { axe } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string) => openTab({ person: 'isk', path });

interface Version {
  content: { contacts: object[] };
}
/** The contacts that the API answers with, of the plan in force. */
const calling = (...contacts: object[]) =>
  mock.override('GET /api/contingency/plans/:planKey', {
    change: (answer) => {
      const { current } = answer as { current: Version };
      return { ...answer, current: { ...current, content: { ...current.content, contacts } } };
    },
  });
const contact = (phone: string, more: object = {}) => ({
  ...{ key: 'isk', role: 'ISK', name: '', phone, note: '', left: false, personId: 'p9', person: refAt(9) },
  ...more,
});

describe('numbers of the directory in a plan that is read', () => {
  it('stand where the plan has none, and say where they come from', async () => {
    calling(contact('20 11 22 33', { fromDirectory: true }));
    const { tab } = await show('/contingency/plans/home');
    const line = tab.getByRole('listitem').filter({ hasText: 'Fra adressebogen' });
    const link = line.getByRole('link', { name: `Ring til ${refAt(9).name}: 20 11 22 33` });
    expect(await link.getAttribute('href')).toBe('tel:20112233');
    expect(await tab.getByText(/end i adressebogen/).count()).toBe(0);
  });

  it('that are others than the plan’s are told with both and the way to correct them; the plan’s is called', async () => {
    calling(contact('43 57 00 00', { otherPhone: '20 11 22 33' }));
    const { tab } = await show('/contingency/plans/home');
    await tab.getByText('1 nummer i planen er et andet end i adressebogen').waitFor();
    await tab.getByText(`${refAt(9).name}: planen har 43 57 00 00, adressebogen har 20 11 22 33.`).waitFor();
    await tab.getByRole('link', { name: `Ring til ${refAt(9).name}: 43 57 00 00` }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Skriv en ny version' }).first().click();
    await tab.getByText('Adressebogen har 20 11 22 33.').waitFor();
  });

  it('are not asked about in a version that is no longer in force', async () => {
    mock.override('GET /api/contingency/plans/:planKey/versions/:versionKey', {
      change: (answer) => {
        const { content } = answer as Version;
        return {
          ...answer,
          content: { ...content, contacts: [contact('43 57 00 00', { otherPhone: '20 11 22 33' })] },
        };
      },
    });
    const { tab } = await show('/contingency/plans/home?version=home.1');
    await tab.getByText('Denne version gælder ikke længere.').waitFor();
    await tab.getByText('43 57 00 00').waitFor();
    expect(await tab.getByText(/end i adressebogen/).count()).toBe(0);
  });
});

describe('numbers of the directory in a plan that is written', () => {
  const begun = async () => {
    const { tab } = await show('/contingency/plans/new/edit');
    await tab.getByRole('button', { name: 'Tilføj en kontakt' }).click();
    const group = tab.getByRole('group', { name: 'Kontakt 1' });
    const choose = async (name: string) => {
      await group.getByRole('searchbox').fill(name);
      await group.getByRole('button', { name }).first().click();
    };
    return { tab, group, choose, phone: group.getByLabel('Telefon') };
  };

  it('come with the person who is chosen, and go with them', async () => {
    const { tab, group, choose, phone } = await begun();
    await group.getByRole('button', { name: 'Sæt en person på' }).click();
    await choose(refAt(9).name);
    await expect.poll(() => phone.inputValue()).toBe('20 11 22 33');
    await tab.getByText(`Nummeret til ${refAt(9).name} er sat ind fra adressebogen: 20 11 22 33`).waitFor();
    await group.getByRole('button', { name: 'Vælg en anden' }).click();
    expect(await phone.inputValue()).toBe('');
    await choose(refAt(12).name);
    await expect.poll(() => phone.inputValue()).toBe('20 12 12 12');
    await tab.getByText(/Gemt kl\./).waitFor();
  });

  it('never take the place of one that somebody has written', async () => {
    const { group, choose, phone } = await begun();
    await phone.fill('43 57 00 00');
    await group.getByRole('button', { name: 'Sæt en person på' }).click();
    await choose(refAt(9).name);
    await group.getByText('Adressebogen har 20 11 22 33.').waitFor();
    expect(await phone.inputValue()).toBe('43 57 00 00');
    await group.getByRole('button', { name: 'Fjern personen' }).click();
    expect(await phone.inputValue()).toBe('43 57 00 00');
  });

  it('wait for nobody: what is written before they come stays', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    mock.override('POST /api/contingency/plans/:planKey/phones/:personId', { until: promise });
    const { group, choose, phone } = await begun();
    await group.getByRole('button', { name: 'Sæt en person på' }).click();
    await choose(refAt(9).name);
    await phone.fill('43 57 00 00');
    resolve();
    await group.getByText('Adressebogen har 20 11 22 33.').waitFor();
    expect(await phone.inputValue()).toBe('43 57 00 00');
  });

  it('are used instead with one press, and the focus is in the field', async () => {
    const { group, choose, phone, tab } = await begun();
    await phone.fill('43 57 00 00');
    await group.getByRole('button', { name: 'Sæt en person på' }).click();
    await choose(refAt(9).name);
    await group.getByRole('button', { name: 'Brug 20 11 22 33' }).click();
    expect(await phone.inputValue()).toBe('20 11 22 33');
    await expect.poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('20 11 22 33');
    await expect.poll(() => group.getByText('Adressebogen har').count()).toBe(0);
    expect(await axe(tab)).toEqual([]);
  });

  it('are named where the plan goes by them, without being written into it', async () => {
    calling(contact('20 11 22 33', { fromDirectory: true }));
    const { tab } = await show('/contingency/plans/home/edit');
    const group = tab.getByRole('group', { name: 'Kontakt 1' });
    await group.getByText('Når feltet er tomt, viser planen adressebogens: 20 11 22 33').waitFor();
    expect(await group.getByLabel('Telefon').inputValue()).toBe('');
  });
});

describe('numbers of the directory on the device and in a downtime', () => {
  it('say where they come from', async () => {
    mock.override('GET /api/contingency/pocket', {
      change: (answer) => {
        const { plans } = answer as { plans: Version[] };
        const contacts = [contact('20 11 22 33', { fromDirectory: true })];
        return { ...answer, plans: plans.map((plan) => ({ ...plan, content: { ...plan.content, contacts } })) };
      },
    });
    const { tab } = await show('/contingency/mine/vagt');
    const line = tab.getByRole('listitem').filter({ hasText: 'Fra adressebogen' });
    expect(await line.getByRole('link', { name: '20 11 22 33' }).getAttribute('href')).toBe('tel:20112233');
  });

  it('of the own ISK are one press away', async () => {
    const { tab } = await show('/contingency/mine');
    const ask = tab.getByRole('region', { name: 'Hvem du spørger' });
    expect(await ask.getByRole('link', { name: '20 11 22 33' }).getAttribute('href')).toBe('tel:20112233');
    expect(await axe(tab)).toEqual([]);
  });

  it('say so where one is told whom to call', async () => {
    mock.override('GET /api/contingency/downtimes/:downtimeKey', {
      change: (answer) => ({
        ...answer,
        contacts: [
          { name: refAt(9).name, role: 'ISK', phone: '20 11 22 33', note: '', left: false, fromDirectory: true },
        ],
      }),
    });
    const { tab } = await show('/contingency/downtime/running');
    const call = tab.getByRole('region', { name: 'Ring til' });
    await call.getByRole('link', { name: /20 11 22 33/ }).waitFor();
    await call.getByText('Fra adressebogen').waitFor();
  });
});
