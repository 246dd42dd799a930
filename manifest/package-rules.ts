import type { Manifest, Translation } from './manifest.ts';

/** Content of the zip. */
export interface AppPackage {
  manifest: Manifest;
  /** By file name, e.g. `en.json`. */
  translations: Readonly<Record<string, Translation>>;
  icons: Readonly<Record<'color' | 'outline', Uint8Array>>;
}

/** A rule for what the Teams admin centre refuses, or never works in Teams, but Microsoft's schemas allow. */
export interface PackageRule {
  name: string;
  /** A sentence for each violation; empty when valid. */
  violations(given: AppPackage): string[];
}

const when = (broken: boolean, sentence: string): string[] => (broken ? [sentence] : []);
const sentenceFor = <Value>(
  values: readonly Value[],
  broken: (value: Value) => boolean,
  say: (value: Value) => string,
) => values.filter(broken).map(say);

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const emptyGuid = /^[0-]+$/;
const reservedTabs = new Set(['conversations', 'about']);
/** Names and addresses that are not public. */
const notPublic = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[|[^.]+$)|\.local$/i;

/** `1.30` → 130, so that versions compare as numbers. */
const orderOf = (version: string): number => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 100 + minor;
};
const channelFeaturesSince = orderOf('1.25');

/** Whether the app can be added to a team: bot, tab or static tab. */
const reachesTeams = ({ bots, configurableTabs, staticTabs }: Manifest): boolean =>
  [...(bots ?? []), ...(configurableTabs ?? []), ...(staticTabs ?? [])].some(({ scopes }) =>
    (scopes ?? ['team']).some((scope) => scope === 'team'),
  );

/** Addresses that Teams opens as pages of the app. */
const pagesOf = ({ staticTabs, configurableTabs }: Manifest): string[] =>
  [
    ...(staticTabs ?? []).flatMap(({ contentUrl }) => contentUrl ?? []),
    ...(configurableTabs ?? []).flatMap(({ configurationUrl }) => configurationUrl ?? []),
  ].filter((address) => URL.canParse(address));

const addressesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /^https?:/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : [];
};

/** Width and height from a PNG's header; undefined when invalid. */
function sizeOf(png: Uint8Array): string | undefined {
  const bytes = Buffer.from(png);
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return undefined;
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}
const iconSizes = { color: '192x192', outline: '32x32' } as const;

/** Whether a translation's path, e.g. `staticTabs[0].name`, is a text in the manifest. */
function isText(manifest: Manifest, path: string): boolean {
  let at: unknown = manifest;
  for (const step of path.split(/[.[\]]+/).filter(Boolean))
    at = typeof at === 'object' && at !== null ? Object.entries(at).find(([key]) => key === step)?.[1] : undefined;
  return typeof at === 'string';
}

/** In manifest order. Sources: Teams app manifest reference, and refusals reported by developers. */
export const packageRules: readonly PackageRule[] = [
  {
    name: 'channel features',
    // Refused by the admin centre, not by the schema (MicrosoftDocs/msteams-docs#14609, agents-toolkit#15283).
    violations: ({ manifest }) => {
      const since = orderOf(manifest.manifestVersion) >= channelFeaturesSince;
      const declared = 'supportsChannelFeatures' in manifest && manifest.supportsChannelFeatures === 'tier1';
      return [
        ...when(
          since && reachesTeams(manifest) && !declared,
          `manifestVersion ${manifest.manifestVersion} with scope team needs supportsChannelFeatures "tier1".`,
        ),
        ...when(!since && 'supportsChannelFeatures' in manifest, 'supportsChannelFeatures needs manifestVersion 1.25.'),
        ...when(since && 'supportedChannelTypes' in manifest, 'supportedChannelTypes is refused from 1.25 on.'),
      ];
    },
  },
  {
    name: 'schema address',
    violations: ({ manifest, translations }) =>
      sentenceFor(
        [manifest.$schema ?? '', ...Object.values(translations).map(({ $schema }) => $schema ?? '')],
        (address) => !address.includes(`/v${manifest.manifestVersion}/`),
        (address) => `$schema ${address} is not that of manifestVersion ${manifest.manifestVersion}.`,
      ),
  },
  {
    name: 'version',
    violations: ({ manifest }) => when(!isVersion(manifest.version), `version ${manifest.version} must be x.y.z.`),
  },
  {
    name: 'ids',
    violations: ({ manifest }) =>
      sentenceFor(
        [manifest.id, ...(manifest.bots ?? []).map(({ botId }) => botId), manifest.webApplicationInfo?.id ?? ''],
        (id) => !guid.test(id) || emptyGuid.test(id),
        (id) => `${id || 'An id'} must be a GUID that is not empty.`,
      ),
  },
  {
    name: 'one app for bot and sign-in',
    violations: ({ manifest: { bots, webApplicationInfo } }) =>
      sentenceFor(
        (bots ?? []).map(({ botId }) => botId),
        (id) => id !== webApplicationInfo?.id,
        (id) => `The bot ${id} must be the app that people sign in to: webApplicationInfo.id.`,
      ),
  },
  {
    name: 'https and a name that everybody can reach',
    violations: ({ manifest }) => [
      ...sentenceFor(
        addressesIn(manifest),
        (address) => !address.startsWith('https://'),
        (address) => `${address} must begin with https://`,
      ),
      ...sentenceFor(
        [...new Set(addressesIn(manifest).map((address) => new URL(address).hostname))],
        (host) => notPublic.test(host),
        (host) => `${host} is known on this machine or network only: Teams must reach it from everywhere.`,
      ),
    ],
  },
  {
    name: 'valid domains',
    violations: ({ manifest }) => {
      const domains = manifest.validDomains ?? [];
      return [
        ...sentenceFor(
          domains,
          (domain) => !/^(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+(:\d+)?$/i.test(domain) || /^\*\.[^.]+$/.test(domain),
          (domain) => `validDomains: ${domain} must be a host name without https:// and path, not a whole top level.`,
        ),
        ...sentenceFor(
          pagesOf(manifest).map((address) => new URL(address).host),
          (host) => !domains.includes(host),
          (host) => `validDomains lacks ${host}, where pages of the app are.`,
        ),
      ];
    },
  },
  {
    name: 'sign-in on the own host',
    violations: ({ manifest }) => {
      const { id = '', resource } = manifest.webApplicationInfo ?? {};
      const wanted = (manifest.validDomains ?? []).map((domain) => `api://${domain}/${id}`);
      return when(
        resource === undefined || !wanted.includes(resource),
        `webApplicationInfo.resource must be ${wanted.join(' or ')}: the tab cannot sign in otherwise.`,
      );
    },
  },
  {
    name: 'static tabs',
    violations: ({ manifest }) => {
      const tabs = manifest.staticTabs ?? [];
      return [
        ...when(new Set(tabs.map(({ entityId }) => entityId)).size < tabs.length, 'Two static tabs have one entityId.'),
        ...sentenceFor(
          tabs,
          ({ entityId, contentUrl, name }) =>
            reservedTabs.has(entityId) ? contentUrl !== undefined : contentUrl === undefined || name === undefined,
          ({ entityId }) =>
            `Static tab ${entityId}: name and contentUrl belong to every tab but conversations and about.`,
        ),
      ];
    },
  },
  {
    name: 'scopes',
    violations: ({ manifest: { defaultInstallScope, bots, staticTabs, configurableTabs } }) => {
      const offered = [...(bots ?? []), ...(staticTabs ?? []), ...(configurableTabs ?? [])].flatMap(({ scopes }) => [
        ...(scopes ?? []),
      ]);
      const commandScopes = (bots ?? []).flatMap(({ scopes, commandLists }) =>
        (commandLists ?? []).flatMap((list) => list.scopes.filter((scope) => !scopes.some((one) => one === scope))),
      );
      return [
        ...when(
          defaultInstallScope !== undefined && !offered.some((scope) => scope === defaultInstallScope),
          `defaultInstallScope ${defaultInstallScope} is offered by nothing in the app.`,
        ),
        ...commandScopes.map((scope) => `Commands are for scope ${scope}, which the bot does not have.`),
        ...when(
          (bots ?? []).some(({ isNotificationOnly, commandLists }) => isNotificationOnly && commandLists !== undefined),
          'A bot that only notifies has no commands.',
        ),
      ];
    },
  },
  {
    name: 'languages',
    violations: ({ manifest, translations }) => {
      const { defaultLanguageTag = '', additionalLanguages = [] } = manifest.localizationInfo ?? {};
      const files = Object.keys(translations).toSorted();
      const named = additionalLanguages.map(({ file }) => file).toSorted();
      return [
        ...when(
          files.join() !== named.join(),
          `The languages name ${named.join() || 'no file'}, the package has ${files.join()}.`,
        ),
        ...when(
          additionalLanguages.some(({ languageTag }) => languageTag === defaultLanguageTag),
          `${defaultLanguageTag} is the language of the manifest itself.`,
        ),
        ...Object.entries(translations).flatMap(([file, translation]) => [
          // Required by the upload, possibly not by a schema (microsoft-teams-apps-icebreaker#280).
          ...sentenceFor(
            ['name.short', 'name.full', 'description.short', 'description.full'],
            (path) => !(path in translation),
            (path) => `${file}: ${path} is missing.`,
          ),
          ...sentenceFor(
            Object.keys(translation).filter((path) => path !== '$schema'),
            (path) => !isText(manifest, path),
            (path) => `${file}: ${path} translates nothing in the manifest.`,
          ),
        ]),
      ];
    },
  },
  {
    name: 'icons',
    violations: ({ icons }) =>
      (['color', 'outline'] as const).flatMap((icon) =>
        when(
          sizeOf(icons[icon]) !== iconSizes[icon],
          `The ${icon} icon must be a PNG of ${iconSizes[icon]} pixels, and is ${sizeOf(icons[icon]) ?? 'no PNG'}.`,
        ),
      ),
  },
];

/** Teams takes `x.y.z` in digits, without a leading zero, label or build. */
export const isVersion = (version: string): boolean => /^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$/.test(version);
