import { describe, expect, it } from 'vitest';
import { testView } from '../../../api/contingency/contract.ts';
import { axe } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, screen: object = {}) => openTab({ person: 'isk', path }, screen);

describe('who has got the cards of a test', () => {
  it('stands at each name, with a word about whoever must be told in another way', async () => {
    const { tab } = await show('/contingency/tests/planned');
    await tab.getByText('En kan ikke nås i Teams. Sig det til vedkommende på en anden måde.').waitFor();
    const person = (place: number) => tab.getByRole('listitem').filter({ hasText: refAt(place).name });
    await person(27).getByText('Leder afprøvningen').waitFor();
    await person(27).getByText('Har fået invitationen').waitFor();
    await person(18).getByText('Får invitationen om lidt').waitFor();
    await person(19).getByText('Har ikke Teams').waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('says when the invitation leaves, where it waits for working hours', async () => {
    mock.override('GET /api/contingency/tests/:testKey', {
      change: (answer) => {
        const test = testView.parse(answer);
        const invitation = test.cards?.invitation.map((card) =>
          card.standing === 'coming' ? { ...card, at: '2026-11-30T07:00:00.000Z' } : card,
        );
        return { ...test, cards: { injects: {}, invitation } };
      },
    });
    const { tab } = await show('/contingency/tests/planned');
    await tab.getByText(/^Får invitationen mandag .*30\. november kl\. 0?8\.00, når arbejdstiden begynder$/).waitFor();
  });

  it('stands below each message while the test runs, by name of whoever has not got it', async () => {
    const { tab } = await show('/contingency/tests/running');
    await tab.getByText('1 af 3 har fået den i Teams.').waitFor();
    await tab.getByText(`${refAt(19).name}: Har ikke Teams`).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('is not for those who take part', async () => {
    const { tab } = await show('/contingency/tests/joined');
    await tab.getByRole('timer').waitFor();
    expect(await tab.getByText('har fået den i Teams', { exact: false }).count()).toBe(0);
  });

  it('is said before a test is changed, moved or called off', async () => {
    const { tab } = await show('/contingency/tests/new?test=planned');
    await tab.getByText('Kortene hos lederen og 2 deltagere rettes', { exact: false }).waitFor();
    await tab.getByText('Teams siger ikke til, når et kort rettes.', { exact: false }).waitFor();
    await tab.getByLabel('Klokken').fill('10:30');
    await tab
      .getByText(/^Lederen og 2 deltagere får et kort i Teams om, at den er flyttet til .* kl. 10.30.$/)
      .waitFor();
    expect(await tab.getByText('Teams siger ikke til', { exact: false }).count()).toBe(0);
    const { tab: test } = await show('/contingency/tests/planned');
    await test.getByRole('button', { name: 'Aflys' }).click();
    await test.getByText('Lederen og 2 deltagere får et kort i Teams om, at den er aflyst, og hvorfor.').waitFor();
  });
});
