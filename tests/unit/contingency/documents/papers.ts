import { getDocumentProxy } from 'unpdf';
import { Assets } from '../../../../api/assets/index.ts';
import type { Context } from '../../../../api/context.ts';
import type { PlanContent } from '../../../../api/contingency/contract.ts';
import { AssetRecovery } from '../../../../api/critical-services/index.ts';
import { translator } from '../../../../api/texts/translate.ts';
import { aTown, centre, person } from '../../organisation/builders.ts';
import { anAsset } from '../../risks/register-world.ts';
import { aContent, aPlan, aPlanVersion, aRecovery, inForce } from '../builders.ts';

/** A town with the real texts. */
export async function aPaperTown() {
  const town = await aTown('2026-11-24T09:00:00.000Z');
  return { ...town, context: { ...town.context, texts: translator } satisfies Context };
}

/** A realistic plan of a home-care unit. */
export const aFullContent = (changes: Partial<PlanContent> = {}): PlanContent =>
  aContent({
    about: 'Planen gælder for hjemmeplejen i hele centret.\nDen bruges, til journalen virker igen.',
    triggers: ['Journalen svarer ikke i 15 minutter', 'IT-afdelingen siger, at den er nede'],
    firstHour: [
      { key: 's1', text: 'Tag mappen med nødskemaer frem fra skabet på kontoret', role: 'Vagthavende', minutes: 0 },
      {
        key: 's2',
        text: 'Ring til alle på vej og bed dem skrive på papir',
        role: 'Planlægger',
        personId: 'anne',
        minutes: 30,
      },
      { key: 's3', text: 'Udlever medicinlister fra i morges', role: 'Sygeplejerske', minutes: 60 },
    ],
    steps: [
      { key: 's4', text: 'Gå listen over borgere igennem hver anden time', role: 'Vagthavende' },
      { key: 's5', text: 'Saml skemaerne ind ved vagtskifte', role: 'Vagthavende' },
    ],
    contacts: [
      { key: 'c1', role: 'Vagthavende', personId: 'anne', name: '', phone: '43 57 00 00', note: 'Hele døgnet' },
      { key: 'c2', role: 'Apoteket', name: 'Ishøj Apotek', phone: '+45 43 73 00 11', note: '' },
    ],
    suppliers: [{ key: 'l1', name: 'Journal A/S', phone: '70 10 20 30', agreement: 'K-4711', hours: 'Døgnet rundt' }],
    workarounds: [
      {
        key: 'w1',
        title: 'Medicin',
        text: 'Skriv det, I giver, på skemaet.\nTo underskriver.',
        form: 'Skema M1 i mappen',
      },
    ],
    communication: 'Vagthavende ringer til pårørende, hvis et besøg bliver flyttet.',
    returnToNormal: [{ key: 'r1', text: 'Log ind og kontrollér tre borgere', role: 'Vagthavende' }],
    catchingUp: 'Skriv alt fra skemaerne ind inden for et døgn. Gem skemaerne i 30 dage.',
    ...changes,
  });

/** Stores a vital system that a centre uses, with an emergency procedure in force. */
export async function aVitalSystem(
  context: Context,
  key: string,
  {
    title = `System ${key}`,
    centreKey = 'nord',
    mtd = 4,
    content = aFullContent(),
  }: { title?: string; centreKey?: string; mtd?: number; content?: PlanContent } = {},
) {
  await context.list(Assets).create(anAsset(key, { title, centreId: centre(centreKey), ownerId: person('anne') }));
  await context.list(AssetRecovery).create(aRecovery(key, { ownMtd: mtd }));
  const plan = aPlan(`plan-${key}`, { assetKey: key, centreId: centre(centreKey) });
  const version = aPlanVersion(plan.key, {
    title: `Nødprocedure for ${title}`,
    centreIds: [centre(centreKey)],
    content,
  });
  return inForce(context, plan, version);
}

interface Node {
  role?: string;
  children?: Node[];
  id?: string;
  type?: string;
}

/** Output for a screen reader: language, title, and of each page the text in structure order, the footer last. */
export async function readPdf(bytes: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await document.getMetadata();
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, place) => {
      const page = await document.getPage(place + 1);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const tree: Node | null = await page.getStructTree();
      const nodes = tree ? flat(tree) : [];
      return {
        text: inOrder(
          items,
          nodes.flatMap(({ id }) => (id === undefined ? [] : [id])),
        ),
        roles: nodes.flatMap(({ role }) => (role === undefined ? [] : [role])),
      };
    }),
  );
  return { info: new Map(Object.entries(info)), marked: await document.getMarkInfo(), pages };
}

const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];

/** Texts of marked content by structure id; without an id, such as a footer, last. */
function inOrder(items: readonly object[], ids: readonly string[]): string {
  const texts = new Map<string, string>();
  let open = '';
  for (const item of items) {
    if ('type' in item) open = 'id' in item && typeof item.id === 'string' ? item.id : '';
    else if ('str' in item) texts.set(open, `${texts.get(open) ?? ''} ${String(item.str)}`);
  }
  return [...ids, '']
    .map((id) => texts.get(id) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
