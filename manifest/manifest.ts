import type { TeamsManifestV1D22 } from '@microsoft/app-manifest';
import { commandList } from '../bot/commands/command-list.ts';
import { accentColor } from './icons.ts';

/** Settings of one environment. */
export interface ManifestSettings {
  /** The program's address for Teams, `https://…` without a trailing slash. */
  baseUrl: string;
  /** Client id of the Entra app: used for bot, sign-in and installation. */
  appId: string;
  manifestId: string;
  /** Version of the app package, `x.y.z`: Teams requires a higher one than the present. */
  version: string;
  organisation: string;
  /** Public pages about privacy and terms; the program has its own. */
  privacyUrl?: string;
  termsUrl?: string;
}
export type Manifest = TeamsManifestV1D22.TeamsManifestV1D22;
/** Texts of another language, by manifest path. */
export type Translation = Readonly<Record<string, string>>;

/**
 * Supports all that is used here, and is below 1.25, from which the Teams admin centre requires apps with scope `team`
 * to support private and shared channels (`supportsChannelFeatures`), which the tab does not. See package-rules.ts.
 */
const manifestVersion = '1.22';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}`;
const schema = `${schemas}/MicrosoftTeams.schema.json`;
const englishSchema = `${schemas}/MicrosoftTeams.Localization.schema.json`;

/** Pages pinned in the personal app, beside the chat. `entity` is what deep links name. */
const pages = [
  { entity: 'home', path: '/tab/', da: 'Mit overblik', en: 'My overview' },
  { entity: 'policy', path: '/tab/policy', da: 'Politik', en: 'Policy' },
  { entity: 'organisation', path: '/tab/organisation', da: 'Organisation', en: 'Organisation' },
] as const;

const short = {
  da: 'Informationssikkerhed, hvor du i forvejen er: i Teams.',
  en: 'Information security where you already are: in Teams.',
};
const full = {
  da: `Sikkerhedshjulet samler kommunens arbejde med informationssikkerhed.

- Du får et kort i chatten, når der er noget, du skal læse og bekræfte.
- Under Mit overblik ser du dine opgaver, og hvem din ISK er.
- ISK'er og centerchefer kan se, hvordan det går i deres center.

Skriv **hjælp** i chatten for at se, hvad du kan spørge om.`,
  en: `Sikkerhedshjulet brings together the municipality's information security work.

- You get a card in the chat when there is something to read and acknowledge.
- My overview shows your tasks and who your ISK (information security coordinator) is.
- ISKs and centre managers can see how their centre is doing.

Write **help** in the chat to see what you can ask about.`,
};

/** The Teams app of one environment: personal app with chat, tab for channels and groups, sign-in. Danish first. */
export function buildManifest(settings: ManifestSettings): Manifest {
  const { baseUrl, appId, manifestId, version, organisation } = settings;
  const host = new URL(baseUrl).host;
  return {
    $schema: schema,
    manifestVersion,
    version,
    id: manifestId,
    localizationInfo: { defaultLanguageTag: 'da', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] },
    developer: {
      name: organisation.slice(0, 32),
      websiteUrl: `${baseUrl}/tab/`,
      privacyUrl: settings.privacyUrl ?? `${baseUrl}/tab/privacy.html`,
      termsOfUseUrl: settings.termsUrl ?? `${baseUrl}/tab/terms.html`,
    },
    name: {
      short: 'Sikkerhedshjulet',
      full: `Sikkerhedshjulet – informationssikkerhed i ${organisation}`.slice(0, 100),
    },
    description: { short: short.da, full: full.da },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor,
    defaultInstallScope: 'personal',
    staticTabs: [
      ...pages.map(({ entity, path, da }) => ({
        entityId: entity,
        name: da,
        contentUrl: baseUrl + path,
        websiteUrl: baseUrl + path,
        scopes: ['personal' as const],
      })),
      { entityId: 'conversations', scopes: ['personal'] },
      { entityId: 'about', scopes: ['personal'] },
    ],
    configurableTabs: [
      {
        configurationUrl: `${baseUrl}/tab/configure`,
        canUpdateConfiguration: true,
        scopes: ['team', 'groupChat'],
        context: ['channelTab', 'privateChatTab'],
      },
    ],
    bots: [
      {
        botId: appId,
        scopes: ['personal'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [{ scopes: ['personal'], commands: commandList.da.map((command) => ({ ...command })) }],
      },
    ],
    permissions: ['identity'],
    validDomains: [host],
    webApplicationInfo: { id: appId, resource: `api://${host}/${appId}` },
    showLoadingIndicator: true,
  };
}

/** `en.json` in the package. */
export const englishOf = (manifest: Manifest): Translation => ({
  $schema: englishSchema,
  'name.short': manifest.name.short,
  'name.full': manifest.name.full ?? manifest.name.short,
  'description.short': short.en,
  'description.full': full.en,
  ...Object.fromEntries(pages.map(({ en }, index) => [`staticTabs[${index}].name`, en])),
  ...Object.fromEntries(
    commandList.en.flatMap(({ title, description }, index) => [
      [`bots[0].commandLists[0].commands[${index}].title`, title],
      [`bots[0].commandLists[0].commands[${index}].description`, description],
    ]),
  ),
});
