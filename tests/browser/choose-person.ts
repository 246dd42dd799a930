import type { Page } from 'playwright-core';

/** What the host page shows, or that it does not answer. */
async function shownBy(page: Page): Promise<string> {
  const silent = new Promise<string>((resolve) => setTimeout(resolve, 5_000, 'The page does not answer.'));
  const look = async () => {
    const searched = await page.getByRole('searchbox').first().inputValue();
    return `${page.url()} shows, when "${searched}" is searched: ${await page.locator('body').innerText()}`;
  };
  return Promise.race([silent, look().catch(String)]);
}

/** Reads as the person with this name, in the desk's host page; resolves when the tab shows a page. */
export async function choosePerson(page: Page, name: string): Promise<void> {
  const search = page.getByRole('searchbox').first();
  // A dialog of the tab that closes gives focus back, and what is being typed in the host page goes there instead.
  do await search.fill(name);
  while ((await search.inputValue()) !== name);
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click()
    .catch(async (thrown: unknown) => {
      throw new Error(`${name} cannot be chosen. ${await shownBy(page)}`, { cause: thrown });
    });
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
}
