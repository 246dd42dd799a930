import { unzipSync, strFromU8 } from 'fflate';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { commandList } from '../../../bot/commands/command-list.ts';
import { colourIcon, outlineIcon } from '../../../manifest/icons.ts';
import { buildManifest, englishOf, type ManifestSettings } from '../../../manifest/manifest.ts';
import { packageApp } from '../../../manifest/package-app.ts';
import { problemsOf } from '../../../manifest/validate-manifest.ts';

const settings: ManifestSettings = {
  baseUrl: 'https://isms.example.dk',
  appId: '22222222-1111-4111-8111-111111111111',
  manifestId: '33333333-1111-4111-8111-111111111111',
  version: '1.2.3',
  organisation: 'Ishøj Kommune',
};
const manifest = buildManifest(settings);
const english = { 'en.json': englishOf(manifest) };
const icons = { color: colourIcon(), outline: outlineIcon() };
const whole = { manifest, translations: english, icons };
const problemsWith = (changed: Partial<typeof manifest>) =>
  problemsOf({ ...whole, manifest: { ...manifest, ...changed } });

describe('the manifest', () => {
  it('is valid after Microsoft’s schema and our own rules', () => {
    expect(problemsOf(whole)).toEqual([]);
  });

  it('is refused with an unknown member, a wrong scope, a short id or plain http', () => {
    expect(problemsWith(Object.assign({}, manifest, { colour: 'blue' }))).not.toEqual([]);
    expect(problemsWith({ id: 'short' })).not.toEqual([]);
    expect(problemsWith(buildManifest({ ...settings, baseUrl: 'http://isms.example.dk' }))).not.toEqual([]);
    const wrong = { staticTabs: [{ entityId: 'home', scopes: ['everywhere'] }] };
    expect(problemsWith(wrong as unknown as typeof manifest)).not.toEqual([]);
    expect(problemsOf({ ...whole, translations: { 'en.json': { 'name.short': 'x'.repeat(31) } } })).not.toEqual([]);
  });

  it('has a personal app, a tab for channels and groups, the bot and sign-in, all of the same app', () => {
    expect(manifest.staticTabs?.[0]).toMatchObject({ entityId: 'home', contentUrl: 'https://isms.example.dk/tab/' });
    expect(manifest.configurableTabs?.[0]?.scopes).toEqual(['team', 'groupChat']);
    expect(manifest.bots?.[0]?.botId).toBe(settings.appId);
    expect(manifest.webApplicationInfo).toEqual({
      id: settings.appId,
      resource: `api://isms.example.dk/${settings.appId}`,
    });
    expect(manifest.validDomains).toEqual(['isms.example.dk']);
  });

  it('suggests the bot’s commands in both languages', () => {
    expect(manifest.bots?.[0]?.commandLists?.[0]?.commands).toEqual(commandList.da);
    commandList.en.forEach(({ title }, index) => {
      expect(english['en.json'][`bots[0].commandLists[0].commands[${index}].title`]).toBe(title);
    });
    for (const { title, description } of [...commandList.da, ...commandList.en]) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });
});

describe('the app package', () => {
  const files = unzipSync(packageApp(settings));

  it('holds the manifest, its translation and both icons, and is the same every time', () => {
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toEqual(manifest);
    expect(packageApp(settings)).toEqual(packageApp(settings));
  });

  it('is not made from a manifest with mistakes', () => {
    expect(() => packageApp({ ...settings, baseUrl: 'http://isms.example.dk' })).toThrow('must begin with https://');
  });
});

describe('the icons', () => {
  const pixels = (png: Uint8Array) => {
    const buffer = Buffer.from(png);
    const at = buffer.indexOf('IDAT');
    const length = buffer.readUInt32BE(at - 4);
    return { size: buffer.readUInt32BE(16), rows: inflateSync(buffer.subarray(at + 4, at + 4 + length)) };
  };

  it('are 192 and 32 pixels square', () => {
    expect([pixels(colourIcon()).size, pixels(outlineIcon()).size]).toEqual([192, 32]);
  });

  it('are opaque in colour, and white on nothing in outline', () => {
    const colour = pixels(colourIcon());
    const outline = pixels(outlineIcon());
    const opacities = (rows: Buffer, size: number) =>
      Array.from(
        { length: size * size },
        (_, index) => rows[Math.floor(index / size) * (1 + size * 4) + 1 + (index % size) * 4 + 3],
      );
    expect(new Set(opacities(colour.rows, 192))).toEqual(new Set([255]));
    expect(opacities(outline.rows, 32).filter((value) => value === 0).length).toBeGreaterThan(200);
    expect(opacities(outline.rows, 32).filter((value) => value === 255).length).toBeGreaterThan(200);
    for (let index = 0; index < 32 * 32; index += 1) {
      const start = Math.floor(index / 32) * (1 + 32 * 4) + 1 + (index % 32) * 4;
      expect([...outline.rows.subarray(start, start + 3)]).toEqual([255, 255, 255]);
    }
  });
});
