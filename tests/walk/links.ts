import { parseArgs } from 'node:util';
import { openDeskPage, type DeskPage } from '../browser/desk-page.ts';
import { startSettledWorld } from '../support/settled-world.ts';

/**
 * `npm run links`: follows every link that the tab shows to each role, and tells of those that lead to a page or to
 * data that the role may not see, to an error, or to nothing. `--roles ciso,coordinator`, `--most 400` pages a role,
 * `--each 3` pages of one kind.
 */
const { values } = parseArgs({
  options: {
    roles: {
      type: 'string',
      default: 'employee,centreManager,coordinator,securityCommittee,securityTeam,auditor,ciso',
    },
    most: { type: 'string', default: '400' },
    each: { type: 'string', default: '3' },
  },
});
const [most, each] = [Number(values.most), Number(values.each)];

interface Page {
  heading: string;
  links: string[];
  /** What is wrong with it. */
  wrong: string[];
}

/** The page that is shown. */
async function look({ frame, refused }: DeskPage): Promise<Page> {
  const page = await frame().evaluate(() => {
    const main = document.querySelector('#main');
    const texts = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
    return {
      heading: document.querySelector('#main h1')?.textContent ?? '',
      links: [...document.querySelectorAll('a[href^="/tab"]')].map((link) => link.getAttribute('href') ?? ''),
      alerts: texts('#main [role=alert]').filter((text) => text !== ''),
      isEmpty: (main?.textContent ?? '').trim().length < 20,
    };
  });
  const wrong = [
    ...(page.heading === 'Du har ikke adgang til denne side' ? ['no access'] : []),
    ...new Set(refused),
    ...page.alerts.map((text) => `alert: ${text.slice(0, 120)}`),
    ...(page.isEmpty ? ['empty'] : []),
  ];
  return { heading: page.heading, links: page.links.map((href) => href.slice('/tab'.length) || '/'), wrong };
}

/** Addresses of one kind: keys and values are left out. */
const kindOf = (path: string): string =>
  path.replace(/=[^&]*/g, '=').replace(/\/[^/?]*(?:\d|%|[.-][a-z])[^/?]*/g, '/:key');

async function follow(desk: DeskPage): Promise<{ pages: number; wrong: string[] }> {
  const waiting = [{ path: '/', from: 'the start' }];
  const known = new Map<string, Set<string>>();
  const wrong: string[] = [];
  let pages = 0;
  for (let next = waiting.shift(); next && pages < most; next = waiting.shift()) {
    const { path, from } = next;
    pages += 1;
    const page = await desk.open(path).then(
      () => look(desk),
      (thrown: unknown): Page => ({ heading: '', links: [], wrong: [`not there: ${String(thrown).slice(0, 80)}`] }),
    );
    wrong.push(...page.wrong.map((what) => `${path} (from ${from}): ${what}`));
    for (const link of page.links) {
      const kind = known.get(kindOf(link)) ?? new Set<string>();
      known.set(kindOf(link), kind);
      if (kind.size >= each || kind.has(link)) continue;
      kind.add(link);
      waiting.push({ path: link, from: path });
    }
  }
  return { pages, wrong };
}

const world = await startSettledWorld({ PEOPLE: '120' });
const desk = await openDeskPage(world.program.address);
const employee = (await world.people()).find(({ roles, centre }) => roles.length === 1 && centre);
let found = 0;
try {
  for (const role of values.roles.split(',')) {
    const person = role === 'employee' ? employee : await world.personWith(role);
    if (!person) throw new Error(`nobody is ${role}`);
    await desk.become(person);
    const { pages, wrong } = await follow(desk);
    found += wrong.length;
    const lines = [`${role}: ${pages} pages, ${wrong.length} wrong`, ...wrong.map((line) => `  ${line}`)];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
} finally {
  // `desk.close` leaves the browser for other files of its worker.
  await desk.page.context().browser()?.close();
  await world.close();
}
process.exitCode = found === 0 ? 0 : 1;
