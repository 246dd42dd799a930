import { describe, expect, it } from 'vitest';
import { colourIcon, outlineIcon } from '../../../manifest/icons.ts';
import { buildManifest, englishOf } from '../../../manifest/manifest.ts';
import { packageRules, type AppPackage } from '../../../manifest/package-rules.ts';

const appId = '22222222-1111-4111-8111-111111111111';
const manifest = buildManifest({
  baseUrl: 'https://isms.example.dk',
  appId,
  manifestId: '33333333-1111-4111-8111-111111111111',
  version: '1.2.3',
  organisation: 'Ishøj Kommune',
});
const good: AppPackage = {
  manifest,
  translations: { 'en.json': englishOf(manifest) },
  icons: { color: colourIcon(), outline: outlineIcon() },
};
type Changed = Partial<Record<keyof typeof manifest | 'supportsChannelFeatures', unknown>>;
const withManifest = (changed: Changed): AppPackage => ({
  ...good,
  manifest: Object.assign({}, manifest, changed),
});
const [bot] = manifest.bots ?? [];

/** Refusals of each rule; a rule without a row here fails the test below. */
const refused: readonly [rule: string, of: string, broken: AppPackage][] = [
  ['channel features', '1.25 and a tab in teams', withManifest({ manifestVersion: '1.25' })],
  [
    'channel features',
    '1.30 and a bot in teams',
    withManifest({ manifestVersion: '1.30', configurableTabs: [], bots: [{ ...bot, scopes: ['team'] }] }),
  ],
  ['channel features', 'channel features before 1.25', withManifest({ supportsChannelFeatures: 'tier1' })],
  [
    'channel features',
    'both ways of saying it',
    withManifest({
      manifestVersion: '1.25',
      supportsChannelFeatures: 'tier1',
      supportedChannelTypes: ['privateChannels'],
    }),
  ],
  ['schema address', 'another schema', withManifest({ manifestVersion: '1.16' })],
  ['version', 'two numbers', withManifest({ version: '1.2' })],
  ['version', 'a label', withManifest({ version: '1.2.3-beta' })],
  ['version', 'a leading zero', withManifest({ version: '1.02.3' })],
  ['ids', 'a word', withManifest({ id: 'sikkerhedshjulet' })],
  ['ids', 'zeros', withManifest({ id: '00000000-0000-0000-0000-000000000000' })],
  ['ids', 'no app to sign in to', withManifest({ webApplicationInfo: undefined })],
  ['one app for bot and sign-in', 'another bot', withManifest({ bots: [{ ...bot, botId: manifest.id }] })],
  [
    'https and a name that everybody can reach',
    'plain http',
    withManifest({ developer: { ...manifest.developer, websiteUrl: 'http://isms.example.dk' } }),
  ],
  ...['https://localhost:3978', 'https://10.0.0.5', 'https://isms', 'https://isms.local'].map(
    (websiteUrl): [string, string, AppPackage] => [
      'https and a name that everybody can reach',
      websiteUrl,
      withManifest({ developer: { ...manifest.developer, websiteUrl } }),
    ],
  ),
  ['valid domains', 'a scheme', withManifest({ validDomains: ['https://isms.example.dk'] })],
  ['valid domains', 'a whole top level', withManifest({ validDomains: ['isms.example.dk', '*.dk'] })],
  ['valid domains', 'none for the tab', withManifest({ validDomains: ['other.example.dk'] })],
  [
    'sign-in on the own host',
    'another host',
    withManifest({ webApplicationInfo: { id: appId, resource: `api://other.dk/${appId}` } }),
  ],
  ['sign-in on the own host', 'no resource', withManifest({ webApplicationInfo: { id: appId } })],
  [
    'static tabs',
    'one id twice',
    withManifest({ staticTabs: [...(manifest.staticTabs ?? []), ...(manifest.staticTabs ?? [])] }),
  ],
  ['static tabs', 'no page', withManifest({ staticTabs: [{ entityId: 'home', scopes: ['personal'] }] })],
  [
    'static tabs',
    'a page for the chat',
    withManifest({
      staticTabs: [{ entityId: 'conversations', contentUrl: 'https://isms.example.dk', scopes: ['personal'] }],
    }),
  ],
  ['scopes', 'a scope that nothing offers', withManifest({ defaultInstallScope: 'meetings' })],
  [
    'scopes',
    'commands where the bot is not',
    withManifest({ bots: [{ ...bot, commandLists: [{ scopes: ['team'], commands: [] }] }] }),
  ],
  ['scopes', 'commands of a silent bot', withManifest({ bots: [{ ...bot, isNotificationOnly: true }] })],
  ['languages', 'a file that is not there', { ...good, translations: {} }],
  [
    'languages',
    'its own language',
    withManifest({
      localizationInfo: { defaultLanguageTag: 'da', additionalLanguages: [{ languageTag: 'da', file: 'en.json' }] },
    }),
  ],
  ['languages', 'no full name', { ...good, translations: { 'en.json': { 'name.short': 'x' } } }],
  [
    'languages',
    'a text of nothing',
    { ...good, translations: { 'en.json': { ...englishOf(manifest), 'staticTabs[9].name': 'x' } } },
  ],
  [
    'icons',
    'the outline in the place of the colour',
    { ...good, icons: { color: outlineIcon(), outline: outlineIcon() } },
  ],
  ['icons', 'no picture', { ...good, icons: { color: colourIcon(), outline: new Uint8Array(40) } }],
];

describe('packageRules', () => {
  it.each(packageRules.map(({ name, violations }) => ({ name, violations })))(
    'lets our own package pass: $name',
    ({ violations }) => expect(violations(good)).toEqual([]),
  );

  it.each(refused)('%s: refuses %s', (name, _of, broken) => {
    const rule = packageRules.find((one) => one.name === name);
    expect(rule?.violations(broken)).not.toEqual([]);
  });

  it('has an example of what each rule refuses', () => {
    expect(new Set(refused.map(([name]) => name))).toEqual(new Set(packageRules.map(({ name }) => name)));
  });

  it('takes 1.25 with a tab in teams once the channel features are declared', () => {
    const [channelFeatures] = packageRules;
    const declared = withManifest({ manifestVersion: '1.25', supportsChannelFeatures: 'tier1' });
    expect(channelFeatures?.violations(declared)).toEqual([]);
    expect(channelFeatures?.violations(withManifest({ manifestVersion: '1.25', configurableTabs: [] }))).toEqual([]);
  });
});
