import { describe, expect, it } from 'vitest';
import { ownTab } from '../tab-page.ts';
import { esdh, koerelister } from './approvals-world.ts';

const { openTab, ask, person, filled, asked } = ownTab({}, async (world) => {
  const { key } = await world.ask('ciso', 'POST /api/agendas', {
    body: {
      title: 'Udvalgsmøde i december',
      body: 'securityCommittee',
      meetsOn: '2026-12-17',
      note: '',
      requestKeys: [koerelister, esdh],
    },
  });
  await world.ask('ciso', 'POST /api/agendas/:agendaKey/send', { params: { agendaKey: key } });
  return { agenda: key };
});
const posts = (path: string) => asked().filter((line) => line.startsWith(`POST ${path}`)).length;
const question = 'Hvad skal ændres, eller hvorfor afviser du det?';

describe('a text that is too long', () => {
  it('is refused at the reason of a vote on an agenda, and sends none', async () => {
    const { tab } = await openTab({ person: 'ciso', path: filled('/approvals/agendas/{agenda}') });
    const lists = tab.getByRole('group', { name: 'Din stemme om Kørelister på papir, når it er nede' });
    await lists.getByRole('button', { name: 'Afvis' }).click();
    await tab.getByLabel(question).fill('x'.repeat(2_001));
    await tab.getByRole('button', { name: 'Send min stemme' }).click();
    await tab.getByRole('alert').getByText('Skriv højst 2.000 tegn.').waitFor();
    await expect.poll(() => tab.getByLabel(question).evaluate((box) => box === document.activeElement)).toBe(true);
    expect(posts('/api/agendas/')).toBe(0);
  });

  it('is refused at the reason of a vote on one case', async () => {
    const { tab } = await openTab({ person: 'ciso', path: `/approvals/${koerelister}` });
    await tab.getByRole('textbox', { name: /^Kommentar/ }).fill('x'.repeat(2_001));
    await tab.getByRole('alert').getByText('Skriv højst 2.000 tegn.').waitFor();
    await tab.getByRole('button', { name: 'Afvis' }).click();
    expect(posts('/api/approvals/')).toBe(0);
  });

  it('is refused at the note to those who take over', async () => {
    const { id } = await person('coordinator');
    const { tab } = await openTab({ person: 'ciso', path: `/hand-overs/person/${id}` });
    await tab.getByRole('searchbox').first().fill('helle jensen');
    await tab.locator('[data-part="found-list"] button').first().click();
    await tab.getByRole('textbox', { name: /^Besked til dem/ }).fill('x'.repeat(501));
    await tab.getByRole('button', { name: /^Giv \d+ ting videre$/ }).click();
    await tab.getByRole('alert').getByText('Skriv højst 500 tegn.').waitFor();
  });
});

describe('a reason that is no longer shown', () => {
  it('is not sent with another vote', async () => {
    const { tab } = await openTab({ person: 'ciso', path: filled('/approvals/agendas/{agenda}') });
    const lists = tab.getByRole('group', { name: 'Din stemme om Kørelister på papir, når it er nede' });
    await lists.getByRole('button', { name: 'Afvis' }).click();
    await tab.getByLabel(question).fill('Det er for dyrt');
    await lists.getByRole('button', { name: 'Godkend' }).click();
    await tab.getByRole('button', { name: 'Send min stemme' }).click();
    await tab.getByText('1 stemme er gemt.').waitFor();
    const after = await ask('ciso', 'GET /api/approvals/:requestKey', { params: { requestKey: koerelister } });
    expect(JSON.stringify(after)).not.toContain('Det er for dyrt');
  });

  it('is cut where it is pasted into a limited field, and the reader is told so', async () => {
    const path = '/sign-sheets/new?kind=acknowledgePolicy&subject=policy-4-0';
    const { tab } = await openTab({ person: 'ciso', path });
    const place = tab.getByLabel('Sted');
    await place.fill('Kantinen');
    const paste = (text: string) =>
      place.evaluate((box, given) => {
        const data = new DataTransfer();
        data.setData('text', given);
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      }, text);
    const told = tab.getByText('Teksten var for lang: feltet rummer 200 tegn, og slutningen kom ikke med.');
    await paste('x'.repeat(192));
    expect(await told.count()).toBe(0);
    await paste('x'.repeat(193));
    await told.first().waitFor();
  });
});
