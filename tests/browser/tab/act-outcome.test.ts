import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, goTo, ownTab, refusal } from '../tab-page.ts';

const { openTab, ask, filled, fails, works, asked } = ownTab({}, async ({ ask }) => {
  const params = { measureKey: 'tiltag-makulering' };
  const view = await ask('ciso', 'GET /api/measures/:measureKey', { params });
  const { background, costOnce, costYearly, risk, recommendation } = view;
  const made = async (title: string) => {
    const body = { title, background, costOnce, costYearly, risk, recommendation, steps: [] };
    return (await ask('ciso', 'POST /api/measures', { body })).key;
  };
  const body = {
    kind: 'guideline' as const,
    title: 'Besøg udefra',
    area: 'area-personal-data',
    jobTitles: [],
    mustAcknowledge: false,
    reviewMonths: 12,
    summary: 'Sådan tager vi imod.',
    text: 'Gæster følges ind og ud.',
  };
  const { key: draft } = await ask('ciso', 'POST /api/procedures', { body });
  return {
    draft,
    sent: await made('Låse på kontorerne'),
    gone: await made('Skabe på gangen'),
    left: await made('Nye skilte'),
    refused: await made('Lys ved indgangen'),
  };
});

/** The program does what is asked; its answer comes when released. */
async function lateAnswer(page: Page, path: string) {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const done = Promise.withResolvers<undefined>();
  await page.route(
    ({ pathname }) => pathname === path,
    async (route) => {
      if (route.request().method() === 'GET') return route.continue();
      const response = await route.fetch();
      done.resolve(undefined);
      await promise;
      await route.fulfill({ response });
    },
  );
  return { done: done.promise, release: () => resolve(undefined) };
}
/** The reader returns to the page, which is read again. */
const lookAgain = (tab: Frame) => tab.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
const message = (tab: Frame) => tab.locator('[data-part="message"]');
const pathOf = (tab: Frame) => tab.evaluate(() => location.pathname);

interface Case {
  act: string;
  path: string;
  route: string;
  button: string;
  confirm: string;
  said: string;
  after: string;
}
const cases: readonly Case[] = [
  {
    act: 'a draft that is discarded',
    path: '/procedures/{draft}',
    route: '/api/procedures/{draft}/draft',
    button: 'Kassér',
    confirm: 'Kassér kladden',
    said: 'Kladden er kasseret.',
    after: '/tab/procedures',
  },
  {
    act: 'a proposal that is sent',
    path: '/measures/{sent}',
    route: '/api/measures/{sent}/submit',
    button: 'Send til udvalget',
    confirm: 'Send til udvalget',
    said: 'Forslaget er sendt til udvalget.',
    after: '/tab/measures/{sent}',
  },
  {
    act: 'a proposal that is discarded',
    path: '/measures/{gone}',
    route: '/api/measures/{gone}',
    button: 'Kassér',
    confirm: 'Kassér',
    said: 'Forslaget er kasseret.',
    after: '/tab/measures',
  },
];

describe('an act whose page was told first', () => {
  it.each(cases)('$act says so, and leads on', async ({ path, route, button, confirm, said, after }) => {
    const { tab, page } = await openTab({ person: 'ciso', path: filled(path) });
    const answer = await lateAnswer(page, filled(route));
    await tab.getByRole('button', { name: button, exact: true }).click();
    await tab.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click();
    await answer.done;
    await lookAgain(tab);
    await expect.poll(() => tab.getByRole('button', { name: button, exact: true }).count()).toBe(0);
    await expect.poll(() => tab.getByRole('dialog').count()).toBe(0);
    answer.release();
    await message(tab).getByText(said).waitFor();
    await expect.poll(() => pathOf(tab)).toBe(filled(after));
  });

  it('leaves a reader who went elsewhere meanwhile where they are, and tells them', async () => {
    const key = filled('{left}');
    const { tab, page } = await openTab({ person: 'ciso', path: `/measures/${key}` });
    const answer = await lateAnswer(page, `/api/measures/${key}`);
    await tab.getByRole('button', { name: 'Kassér', exact: true }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Kassér', exact: true }).click();
    await answer.done;
    await goTo(tab, '/organisation');
    await tab.getByRole('heading', { level: 1, name: /./ }).waitFor();
    answer.release();
    await message(tab).getByText('Forslaget er kasseret.').waitFor();
    expect(await pathOf(tab)).toBe('/tab/organisation');
    const { measures } = await ask('ciso', 'GET /api/measures', { query: {} });
    expect(measures.some((one) => one.key === key)).toBe(false);
  });

  it('tells a reader who went elsewhere meanwhile that it was refused, until they close it', async () => {
    const key = filled('{refused}');
    const { tab } = await openTab({ person: 'ciso', path: `/measures/${key}` });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const body = refusal('test', 'Noget gik galt hos os.');
    fails('DELETE /api/measures/:measureKey', 500, { body, until: promise, times: 1 });
    await tab.getByRole('button', { name: 'Kassér', exact: true }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Kassér', exact: true }).click();
    await expect.poll(() => asked().some((one) => one.startsWith('DELETE /api/measures'))).toBe(true);
    await goTo(tab, '/organisation');
    await tab.getByRole('heading', { level: 1, name: /./ }).waitFor();
    resolve(undefined);
    await message(tab).getByText('Det lykkedes ikke: Noget gik galt hos os.').waitFor();
    expect(await axe(tab)).toEqual([]);
    await message(tab).getByRole('button', { name: 'Luk' }).click();
    await expect.poll(() => message(tab).count()).toBe(0);
    works('DELETE /api/measures/:measureKey');
  });

  it('tells who closed its dialog meanwhile that it was refused, and goes on telling after a result', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/operations/reminders?part=cadences' });
    const save = async () => {
      await tab.getByRole('button', { name: 'Ret takten for Politik' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Gem takten' }).click();
    };
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const body = refusal('test', 'Noget gik galt hos os.');
    fails('PUT /api/reminders/cadences/:kind', 500, { body, until: promise, times: 1 });
    await save();
    await expect.poll(() => asked().some((one) => one.startsWith('PUT /api/reminders/cadences'))).toBe(true);
    await tab.getByRole('dialog').getByRole('button', { name: 'Fortryd' }).click();
    await expect.poll(() => tab.getByRole('dialog').count()).toBe(0);
    resolve(undefined);
    const refused = message(tab).getByText('Det lykkedes ikke: Noget gik galt hos os.');
    await refused.waitFor();
    works('PUT /api/reminders/cadences/:kind');
    await save();
    await expect.poll(() => message(tab).count()).toBe(2);
    expect(await refused.count()).toBe(1);
  });
});
