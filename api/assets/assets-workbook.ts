import type { Context, Translate } from '../context.ts';
import { findPersonByCell, personNamesInTurn } from '../imports/index.ts';
import { localDate, todayOf, type Actor, type PersonId } from '../kernel/index.ts';
import { centreRef, findPerson, personRef } from '../organisation/index.ts';
import { sheetOf, workbook, type Column, type Sheet, type Workbook } from '../files/workbook/index.ts';
import { assetByName, centreByName } from './asset-names.ts';
import { findAssets, type Judged, type ToldOfAssets } from './asset-rows.ts';
import { assetWord, type Vocabulary, type WordOf } from './asset-words.ts';
import { findAsset } from './assets.ts';
import { cellText, linkText, listCell } from './cell-text.ts';
import { linkAddress } from './check-asset.ts';
import type { AssetsQuery } from './contract.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

/** A name where unambiguous, else the id, which an import can match. */
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

/** The sheet of assets, in the reader's language: re-importing it must change nothing. */
export function assetSheet(context: Context, t: Translate, found: readonly Judged[]): Sheet {
  const listOf = <Name extends Vocabulary>(name: Name, values: readonly WordOf<Name>[]) =>
    listCell(values.map((value) => assetWord(t, name, value)));
  const column = (
    name: TextsUnder<'riskDocuments.assets.column'>,
    width: number,
    cell: (judged: Judged) => string | undefined,
  ): Column<Judged> => [t(`riskDocuments.assets.column.${name}`), width, (judged) => cellText(cell(judged) ?? '')];
  return sheetOf(
    t('riskDocuments.assets.sheet'),
    found,
    [
      // The import reads these fifteen and the key.
      column('title', 40, ({ asset }) => asset.title),
      column('kind', 14, ({ asset }) => assetWord(t, 'kind', asset.kind)),
      column('description', 50, ({ asset }) => asset.description),
      column('centre', 34, ({ asset }) => asset.centreId && sureCentre(context, asset.centreId)),
      column('owner', 26, ({ asset }) => asset.ownerId && sureName(context, asset.ownerId)),
      column('usedBy', 34, ({ asset }) => listCell(asset.usedBy.map((id) => sureCentre(context, id)))),
      column('supplier', 24, ({ asset }) => asset.supplier),
      // Unstated differs from none: an empty cell means unstated.
      column('personalData', 30, ({ asset }) =>
        asset.personalData.length === 0 ? t('risks.personalData.none') : listOf('personalData', asset.personalData),
      ),
      column('dataSubjects', 26, ({ asset }) => listOf('dataSubjects', asset.dataSubjects)),
      column('criticality', 12, ({ asset }) => assetWord(t, 'criticality', asset.criticality)),
      column('hosting', 20, ({ asset }) => assetWord(t, 'hosting', asset.hosting)),
      column('state', 12, ({ asset }) => assetWord(t, 'state', asset.state)),
      column('dependsOn', 40, ({ asset }) => listCell(asset.dependsOn.map((key) => sureAsset(context, key)))),
      column('links', 40, ({ asset }) =>
        listCell(asset.links.map(({ title, url }) => linkText({ title, url: linkAddress(url) }))),
      ),
      column('externalId', 24, ({ asset }) => asset.externalId),
      column('level', 20, ({ status }) => status.level?.word),
      column('assessment', 22, ({ status }) => t(`risks.assessment.${status.assessment}`)),
      column('assessedOn', 14, ({ status }) => status.assessedOn),
      column('reviewOn', 16, ({ status }) => status.reviewOn),
      column('notNeeded', 40, ({ asset }) => asset.notNeeded?.reason),
      column('retiredReason', 30, ({ asset }) => asset.retiredReason),
      column('changedAt', 14, ({ asset }) => localDate(asset.changedAt)),
      column('changedBy', 26, ({ asset }) => personRef(context, asset.changedBy).name),
      column('key', 38, ({ asset }) => asset.key),
    ],
    { wrap: true },
  );
}

/** All assets of a query as an Excel workbook in the actor's language, in order. */
export async function assetsWorkbook(
  context: Context,
  actor: Actor,
  query: AssetsQuery,
  told: Pick<ToldOfAssets, 'statusOf'>,
): Promise<Workbook> {
  await personNamesInTurn(context);
  const t = context.texts(actor.language);
  const sheet = assetSheet(context, t, findAssets(context, actor, query, told).found);
  return workbook(t('riskDocuments.assets.fileName', { date: todayOf(context.clock) }), [sheet]);
}
