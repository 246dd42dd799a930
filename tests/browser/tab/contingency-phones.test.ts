import { describe, expect, it } from 'vitest';
import { ContingencyPlanVersions } from '../../../api/contingency/index.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { axe, ownTab } from '../tab-page.ts';

const { openTab, ask, person, slow, world } = ownTab();
const show = async (path: string) => openTab({ person: 'coordinator', path });
const mette = { name: 'Mette Sørensen', phone: '43 57 10 11', tel: 'tel:43571011' };
const omar = { name: 'Omar Hassan', phone: '43 57 10 12' };

/** The plan in force has one contact, the ISK, in a list edited by hand. */
async function calling(phone: string): Promise<void> {
  const { id } = await person(mette.name);
  const contacts = [{ key: 'isk', role: 'ISK', name: '', phone, note: '', personId: id as PersonId }];
  await world()
    .journey.program.context.list(ContingencyPlanVersions)
    .update('plan-omsorg-1', ({ content }) => ({ content: { ...content, contacts } }));
}

describe('numbers of the directory in a plan that is read', () => {
  it('stand where the plan has none, and say where they come from', async () => {
    await calling('');
    const { tab } = await show('/contingency/plans/plan-omsorg');
    const line = tab.getByRole('listitem').filter({ hasText: 'Fra adressebogen' });
    const link = line.getByRole('link', { name: `Ring til ${mette.name}: ${mette.phone}` });
    expect(await link.getAttribute('href')).toBe(mette.tel);
    expect(await tab.getByText(/end i adressebogen/).count()).toBe(0);
  });

  it('that are others than the plan’s are told with both and the way to correct them; the plan’s is called', async () => {
    await calling('43 57 00 00');
    const { tab } = await show('/contingency/plans/plan-omsorg');
    await tab.getByText('1 nummer i planen er et andet end i adressebogen').waitFor();
    await tab.getByText(`${mette.name}: planen har 43 57 00 00, adressebogen har ${mette.phone}.`).waitFor();
    await tab.getByRole('link', { name: `Ring til ${mette.name}: 43 57 00 00` }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Skriv en ny version' }).first().click();
    await tab.getByText(`Adressebogen har ${mette.phone}.`).waitFor();
  });
});

describe('numbers of the directory in a plan that is written', () => {
  const without = ['sys-medicinkort', 'sys-esdh', 'arb-besoegsplan', 'arb-medicin'];
  const begun = async () => {
    const { key } = await ask('coordinator', 'POST /api/contingency/plans', {
      body: { kind: 'emergencyProcedure', assetKey: without.shift() ?? 'none', centreId: 'voksne-og-velfaerd' },
    });
    const { tab } = await show(`/contingency/plans/${key}/edit`);
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
    await choose(mette.name);
    await expect.poll(() => phone.inputValue()).toBe(mette.phone);
    await tab.getByText(`Nummeret til ${mette.name} er sat ind fra adressebogen: ${mette.phone}`).waitFor();
    await group.getByRole('button', { name: 'Vælg en anden' }).click();
    await expect.poll(() => phone.inputValue()).toBe('');
    await choose(omar.name);
    await expect.poll(() => phone.inputValue()).toBe(omar.phone);
    await tab.getByText(/Gemt kl\./).waitFor();
  });

  it('never take the place of one that somebody has written', async () => {
    const { group, choose, phone } = await begun();
    await phone.fill('43 57 00 00');
    await group.getByRole('button', { name: 'Sæt en person på' }).click();
    await choose(mette.name);
    await group.getByText(`Adressebogen har ${mette.phone}.`).waitFor();
    expect(await phone.inputValue()).toBe('43 57 00 00');
    await group.getByRole('button', { name: 'Fjern personen' }).click();
    expect(await phone.inputValue()).toBe('43 57 00 00');
  });

  it('wait for nobody: what is written before they come stays', async () => {
    const { group, choose, phone } = await begun();
    const numbers = slow('POST /api/contingency/plans/:planKey/phones/:personId');
    await group.getByRole('button', { name: 'Sæt en person på' }).click();
    await choose(mette.name);
    await phone.fill('43 57 00 00');
    numbers.release();
    await group.getByText(`Adressebogen har ${mette.phone}.`).waitFor();
    expect(await phone.inputValue()).toBe('43 57 00 00');
  });

  it('are used instead with one press, and the focus is in the field', async () => {
    const { group, choose, phone, tab } = await begun();
    await phone.fill('43 57 00 00');
    await group.getByRole('button', { name: 'Sæt en person på' }).click();
    await choose(mette.name);
    await group.getByRole('button', { name: `Brug ${mette.phone}` }).click();
    expect(await phone.inputValue()).toBe(mette.phone);
    await expect.poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(mette.phone);
    await expect.poll(() => group.getByText('Adressebogen har').count()).toBe(0);
    expect(await axe(tab)).toEqual([]);
  });

  it('are named where the plan goes by them, without being written into it', async () => {
    await calling('');
    const { tab } = await show('/contingency/plans/plan-omsorg/edit');
    const group = tab.getByRole('group', { name: 'Kontakt 1' });
    await group.getByText(`Når feltet er tomt, viser planen adressebogens: ${mette.phone}`).waitFor();
    expect(await group.getByLabel('Telefon').inputValue()).toBe('');
  });
});

describe('numbers of the directory on the device and in a downtime', () => {
  it('say where they come from', async () => {
    await calling('');
    const { tab } = await show('/contingency/mine/plan-omsorg');
    const line = tab.getByRole('listitem').filter({ hasText: 'Fra adressebogen' });
    expect(await line.getByRole('link', { name: mette.phone }).getAttribute('href')).toBe(mette.tel);
  });

  it('of the own ISK are one press away', async () => {
    const { tab } = await show('/contingency/mine');
    const whom = tab.getByRole('region', { name: 'Hvem du spørger' });
    expect(await whom.getByRole('link', { name: mette.phone }).getAttribute('href')).toBe(mette.tel);
    expect(await axe(tab)).toEqual([]);
  });

  it('say so where one is told whom to call', async () => {
    await calling('');
    const { key } = await ask('coordinator', 'POST /api/contingency/downtimes', { body: { assetKey: 'sys-omsorg' } });
    const { tab } = await show(`/contingency/downtime/${key}`);
    const call = tab.getByRole('region', { name: 'Ring til' });
    await call.getByRole('link', { name: new RegExp(mette.phone) }).waitFor();
    await call.getByText('Fra adressebogen').waitFor();
  });
});
