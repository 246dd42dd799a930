import type { Context, Translate } from '../context.ts';
import { findPersonByCell, personNamesInTurn } from '../imports/index.ts';
import { localDate, todayOf, type Actor, type PersonId } from '../kernel/index.ts';
import { centreRef, findPerson, personRef } from '../organisation/index.ts';
import { workbook, type Workbook } from '../workbook/index.ts';
import { assetByName, centreByName } from './asset-names.ts';
import { findAssets, type Judged, type ToldOfAssets } from './asset-rows.ts';
import { assetWord, type Vocabulary, type WordOf } from './asset-words.ts';
import { findAsset } from './assets.ts';
import { cellText, linkText, listCell } from './cell-text.ts';
import { linkAddress } from './check-asset.ts';
import type { AssetsQuery } from './contract.ts';

/** Columns in order with their widths in characters. The first fifteen and the key are read again by the import. */
const columns = [
  ...([
    ['title', 40],
    ['kind', 14],
    ['description', 50],
    ['centre', 34],
    ['owner', 26],
    ['usedBy', 34],
    ['supplier', 24],
    ['personalData', 30],
    ['dataSubjects', 26],
    ['criticality', 12],
    ['hosting', 20],
    ['state', 12],
    ['dependsOn', 40],
    ['links', 40],
    ['externalId', 24],
  ] as const),
  ...([
    ['level', 20],
    ['assessment', 22],
    ['assessedOn', 14],
    ['reviewOn', 16],
    ['notNeeded', 40],
    ['retiredReason', 30],
    ['changedAt', 14],
    ['changedBy', 26],
    ['key', 38],
  ] as const),
] as const;
type Column = (typeof columns)[number][0];

/** A name where it means this one alone, else what does: nobody reads an id, but an import must find the same again. */
const sureName = (context: Context, id: PersonId): string => {
  const person = findPerson(context, id);
  const finds = (name: string) => {
    const found = findPersonByCell(context, name);
    return 'personId' in found && found.personId === id;
  };
  return [person?.title, person?.upn].find((name) => name !== undefined && finds(name)) ?? id;
};
const sureCentre = (context: Context, id: string): string => {
  const title = centreRef(context, id)?.title;
  const meant = title === undefined ? undefined : centreByName(context, title);
  return title !== undefined && meant && 'key' in meant && meant.key === id ? title : id;
};
const sureAsset = (context: Context, key: string): string => {
  const asset = findAsset(context, key);
  const finds = (name: string) => {
    const meant = assetByName(context, name);
    return 'key' in meant && meant.key === key;
  };
  return [asset?.title, asset?.externalId].find((name) => name !== undefined && finds(name)) ?? key;
};

function cells(context: Context, t: Translate, { asset, standing }: Judged): Record<Column, string> {
  const words = <Name extends Vocabulary>(name: Name, values: readonly WordOf<Name>[]) =>
    listCell(values.map((value) => assetWord(t, name, value)));
  const { centreId, ownerId } = asset;
  return {
    title: asset.title,
    kind: assetWord(t, 'kind', asset.kind),
    description: asset.description,
    centre: centreId === undefined ? '' : sureCentre(context, centreId),
    owner: ownerId === undefined ? '' : sureName(context, ownerId),
    usedBy: listCell(asset.usedBy.map((id) => sureCentre(context, id))),
    supplier: asset.supplier ?? '',
    // Nothing said is not the same as none: an empty cell would say the former.
    personalData:
      asset.personalData.length === 0 ? t('risks.personalData.none') : words('personalData', asset.personalData),
    dataSubjects: words('dataSubjects', asset.dataSubjects),
    criticality: assetWord(t, 'criticality', asset.criticality),
    hosting: assetWord(t, 'hosting', asset.hosting),
    state: assetWord(t, 'state', asset.state),
    dependsOn: listCell(asset.dependsOn.map((key) => sureAsset(context, key))),
    links: listCell(asset.links.map(({ title, url }) => linkText({ title, url: linkAddress(url) }))),
    externalId: asset.externalId ?? '',
    level: standing.level?.word ?? '',
    assessment: t(`risks.assessment.${standing.assessment}`),
    assessedOn: standing.assessedOn ?? '',
    reviewOn: standing.reviewOn ?? '',
    notNeeded: asset.notNeeded?.reason ?? '',
    retiredReason: asset.retiredReason ?? '',
    changedAt: localDate(asset.changedAt),
    changedBy: personRef(context, asset.changedBy).name,
    key: asset.key,
  };
}

/** The rows of the workbook, headings first: what an import of it must read as nothing new. */
export function assetSheet(context: Context, t: Translate, found: readonly Judged[]): string[][] {
  return [
    columns.map(([column]) => t(`riskDocuments.assets.column.${column}`)),
    ...found.map((judged) => {
      const row = cells(context, t, judged);
      return columns.map(([column]) => cellText(row[column]));
    }),
  ];
}

/** The assets of a query as an Excel workbook in the actor's language, all of them, in their order. */
export async function assetsWorkbook(
  context: Context,
  actor: Actor,
  query: AssetsQuery,
  told: Pick<ToldOfAssets, 'standingOf'>,
): Promise<Workbook> {
  await personNamesInTurn(context);
  const t = context.texts(actor.language);
  const rows = assetSheet(context, t, findAssets(context, actor, query, told).found);
  const name = t('riskDocuments.assets.fileName', { date: todayOf(context.clock) });
  const widths = columns.map(([, width]) => width);
  return workbook(name, [{ name: t('riskDocuments.assets.sheet'), rows, widths, wrap: true }]);
}
