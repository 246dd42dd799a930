import type { AssetBody, AssetRef, AssetView } from '../../api/assets/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';
import type { Meaning } from '../shared/forms/merge-fields.ts';
import { t } from '../shared/texts/texts.ts';

/** Input, named as in the API, so that an error finds its field; people and assets with their names. */
export interface AssetFields {
  title: string;
  kind: AssetView['kind'];
  description: string;
  /** Empty: the whole organisation. */
  centreId: string;
  ownerId: PersonRef | null;
  usedBy: string[];
  supplier: string;
  personalData: AssetView['personalData'];
  dataSubjects: AssetView['dataSubjects'];
  criticality: AssetView['criticality'] | '';
  hosting: AssetView['hosting'];
  state: AssetView['state'];
  dependsOn: AssetRef[];
  links: { title: string; url: string }[];
  externalId: string;
}
export type AssetField = keyof AssetFields;

/** In display order. */
export const fieldsOf = (asset: AssetView | undefined, centreId = ''): AssetFields => ({
  kind: asset?.kind ?? 'workProcess',
  title: asset?.title ?? '',
  description: asset?.description ?? '',
  supplier: asset?.supplier ?? '',
  centreId: asset ? (asset.centre?.id ?? '') : centreId,
  ownerId: asset?.owner ?? null,
  usedBy: asset?.usedBy.map(({ id }) => id) ?? [],
  personalData: asset?.personalData ?? [],
  dataSubjects: asset?.dataSubjects ?? [],
  criticality: asset?.criticality ?? '',
  hosting: asset?.hosting ?? 'unknown',
  state: asset?.state ?? 'inUse',
  dependsOn: asset?.dependsOn ?? [],
  links: asset?.links ?? [],
  externalId: asset?.externalId ?? '',
});

/** For the API; undefined until the importance is chosen. */
export function bodyOf(values: AssetFields): AssetBody | undefined {
  const { criticality, centreId, ownerId, supplier, externalId, dependsOn, personalData, ...rest } = values;
  if (criticality === '') return undefined;
  return {
    ...rest,
    criticality,
    personalData,
    dataSubjects: personalData.length === 0 ? [] : rest.dataSubjects,
    dependsOn: dependsOn.map(({ key }) => key),
    ...(centreId ? { centreId } : {}),
    ...(ownerId ? { ownerId: ownerId.id } : {}),
    ...(supplier.trim() ? { supplier } : {}),
    ...(externalId.trim() ? { externalId } : {}),
  };
}

/** Centres, people and other assets are equal by id, in any order. */
export const assetMeaning: Meaning<AssetFields> = (values, field) =>
  ({
    ...values,
    ownerId: values.ownerId?.id,
    usedBy: values.usedBy.toSorted(),
    dependsOn: values.dependsOn.map(({ key }) => key).toSorted(),
  })[field];

/** A field in words; a list has a line per item. */
export function saidBy(values: AssetFields, field: AssetField, centreTitle: (id: string) => string): string {
  switch (field) {
    case 'kind':
      return t(`risks.kind.${values.kind}`);
    case 'state':
      return t(`risks.assetState.${values.state}`);
    case 'criticality':
      return values.criticality && t(`risks.criticality.${values.criticality}`);
    case 'hosting':
      return t(`risks.hosting.${values.hosting}`);
    case 'centreId':
      return values.centreId ? centreTitle(values.centreId) : t('common.word.wholeMunicipality');
    case 'ownerId':
      return values.ownerId?.name ?? '';
    case 'usedBy':
      return values.usedBy.map(centreTitle).join('\n');
    case 'personalData':
      return values.personalData.map((kind) => t(`risks.personalData.${kind}`)).join('\n');
    case 'dataSubjects':
      return values.dataSubjects.map((group) => t(`risks.dataSubject.${group}`)).join('\n');
    case 'dependsOn':
      return values.dependsOn.map(({ title }) => title).join('\n');
    case 'links':
      return values.links.map(({ title, url }) => `${title} (${url})`).join('\n');
    case 'title':
    case 'description':
    case 'supplier':
    case 'externalId':
      return values[field];
  }
}
