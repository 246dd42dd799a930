import { afterAll, beforeAll, expect, it } from 'vitest';
import { allLists } from '../../../teams-app/program/lists.ts';
import { stampFor } from '../../support/stamp.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../../support/world.ts';
import { siteByHand } from '../../faults/gone/damaged-site.ts';
import { addressesToRead } from '../../faults/gone/readers.ts';
import { shippedTwins } from './shipped-twins.ts';

const twins = shippedTwins();
const danish = /[æøåÆØÅ]|\b(og|ikke|der|skal|med|eller|til|af|på|ved|kan|har|som|fra|hvis|alle|uden)\b/;
/** Bodies have Danish names, in English sentences too. */
const bodies = /Byrådet|Ishøj Kommune/g;
/** Stored in the words of its decision or comparison; and the name of a Danish act, as a source. */
const frozen = new Set(['source', 'excerpt', 'content', 'before', 'after', 'difference', 'blocks', 'changes']);

let world: JourneyWorld;
let ciso: WorldPerson;
const written = new Set<string>();
let names: string[] = [];

beforeAll(async () => {
  world = await startWorld({ PEOPLE: '120', POLL_SECONDS: '3600' });
  ciso = await world.personWith('ciso');
  const site = siteByHand(world);
  await world.process();
  for (const { name } of allLists)
    for (const { fields } of site.itemsOf(name)) leaves(fields, (text) => written.add(text));
  names = [...written]
    .filter((text) => text.length > 3 && text.length < 120)
    .sort((one, other) => other.length - one.length);
});
afterAll(() => world.close());

/** The text without names given by people: longest first. */
function withoutNames(text: string): string {
  if (written.has(text) || !danish.test(text)) return '';
  return names.reduce((rest, name) => rest.replaceAll(name, ''), text).replaceAll(bodies, '');
}

function leaves(value: unknown, visit: (text: string, path: string) => void, path = ''): void {
  if (typeof value === 'string') {
    visit(value, path);
    if (/^[[{]/.test(value))
      try {
        leaves(JSON.parse(value), visit, path);
      } catch {
        // A text that begins with a bracket.
      }
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      leaves(inner, visit, Array.isArray(value) ? path : `${path}.${key}`);
}

it('reads no Danish but what people wrote themselves', async () => {
  const site = siteByHand(world);
  const keysOf = (list: string) =>
    site
      .itemsOf(list)
      .slice(0, 3)
      .map(({ fields }) => ({
        key: String(fields['Key']),
        of: [fields['ProcedureKey'], fields['PlanKey']].find((of) => typeof of === 'string') ?? '',
      }));
  const found = new Map<string, string>();
  for (const address of addressesToRead(keysOf, false)) {
    const { status, body } = await world.as(ciso, 'GET', address, undefined, 'en');
    // A file comes as text.
    if (status !== 200 || typeof body === 'string') continue;
    leaves(body, (text, path) => {
      const said = `${address.replace(/\/[^/]*[\d.:%][^/]*/g, '/*').replace(/\?.*/, '')} ${path}`;
      const last = path.split('.').at(-1) ?? '';
      // Names of files made in Danish.
      if (/\.(pdf|html)\.name$/.test(path)) return;
      if (['jobTitle', 'da', 'id', 'path', 'key'].includes(last)) return;
      if (twins.has(text)) found.set(`${said}, stored in Danish`, text);
      else if (!path.split('.').some((part) => frozen.has(part)) && danish.test(withoutNames(text)))
        found.set(said, text);
    });
  }
  expect([...found].map(([where, text]) => `${where}: ${text}`)).toEqual([]);
});

it('saves an activity without putting the English words into the list', async () => {
  const site = siteByHand(world);
  const stored = () =>
    site.itemsOf('WheelActivities').find(({ fields }) => fields['CatalogueKey'] === 'policyReview')?.fields;
  const before = { ...stored() };
  const path = `/api/wheel/activities/${encodeURIComponent(String(before['Key']))}`;
  const { body: seen } = await world.as(ciso, 'GET', path, undefined, 'en');
  const { title, why, source, role, scope, steps, evidence, leadDays, rule, startsOn, basis } = seen as Record<
    string,
    unknown
  >;
  expect(title).toBe('Review the information security policy');
  const given = {
    title,
    why,
    source,
    role,
    scope,
    steps,
    evidence,
    rule,
    startsOn,
    basis,
    leadDays: Number(leadDays) + 1,
  };
  const save = async (fields: object) => {
    const read = (view: string) => world.as(ciso, 'GET', view, undefined, 'en').then((answer) => answer.body);
    const expected = await stampFor(path, fields, read);
    return world.as(ciso, 'PUT', path, { ...fields, expected }, 'en');
  };
  const { status, body } = await save(given);
  expect({ status, body: status === 200 ? '' : body }).toEqual({ status: 200, body: '' });
  expect(stored()).toMatchObject({
    LeadDays: Number(leadDays) + 1,
    Title: before['Title'],
    Why: before['Why'],
    Steps: before['Steps'],
    Evidence: before['Evidence'],
  });
  await save({ ...given, title: 'Our own words' });
  expect(JSON.stringify(stored())).toContain('Our own words');
});
