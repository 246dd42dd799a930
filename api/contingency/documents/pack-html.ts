import { createHash } from 'node:crypto';
import type { Translate } from '../../context.ts';
import { packValues } from './pack-values.ts';
import type { PackPaper } from './pack-paper.ts';
import { packScript } from './pack-script.ts';
import { packStyle } from './pack-style.ts';
import { escaped, phoneItem, planSection } from './plan-html.ts';
import { paperWords, type PaperWords } from './words.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

/** Content security policy: only its own style and script. */
const policy = (script: string) =>
  `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/**
 * A centre's pack as one self-contained HTML file: works from a USB stick and a phone, with search, and without its
 * script too. Some milliseconds.
 */
export function packHtml(pack: PackPaper, t: Translate): Uint8Array {
  const words = paperWords(t, pack.language);
  const { language, sheets, people, organisation, centreTitle, withoutPlan } = pack;
  const values = packValues(pack, words);
  const say = (key: TextsUnder<'offlinePacks.paper'>, given?: Readonly<Record<string, string | number>>) =>
    escaped(t(`offlinePacks.paper.${key}`, given));
  const systems = sheets.map(
    ({ system, mtd }, place) =>
      `<li data-part><a href="#s${place + 1}">${escaped(system)} <span>${mtd === undefined ? say('mtdUnknown') : say('mtd', { time: words.hours(mtd) })}</span></a></li>`,
  );
  const gaps = withoutPlan.map(
    ({ system }, place) =>
      `<li data-part><a href="#w${place + 1}">${escaped(system)} <span>${say('withoutPlanHere')}</span></a></li>`,
  );
  const page = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(packScript)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${say('title', values)}</title>
<style>${packStyle}</style>
</head>
<body>
<a class="skip" href="#plans">${say('skip')}</a>
<header>
<p class="quiet">${escaped(organisation)}</p>
<h1>${say('front')}</h1>
<p class="due">${escaped(centreTitle)}</p>
<p class="quiet">${say('made', values)}</p>
<p>${say('useHtml')}</p>
</header>
<div class="search" role="search" hidden><form>
<label for="q">${say('search')}</label>
<input id="q" type="search" autocomplete="off" spellcheck="false">
<output id="found" for="q" data-none="${say('foundNone')}" data-one="${say('foundOne')}" data-many="${say('foundMany', { count: '#' })}"></output>
</form></div>
<nav aria-labelledby="systems">
<h2 id="systems">${say('systems')}</h2>
<ul>
${[...systems, ...gaps].join('\n')}
</ul>
</nav>
<main id="plans">
${people.length === 0 ? '' : peopleSection(pack, t)}
${sheets.map((sheet, place) => planSection(sheet, place + 1, words, pack.forms.get(sheet.versionKey))).join('\n')}
${withoutPlan.length === 0 ? '' : gapsSection(pack, words)}
</main>
<footer><p class="quiet">${say('packFooter', values)}</p></footer>
<script>${packScript}</script>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

const peopleSection = ({ people }: PackPaper, t: Translate): string => `<section aria-labelledby="people" data-part>
<h2 id="people">${escaped(t('offlinePacks.paper.askThem'))}</h2>
<ul class="phones">
${people.map(({ name, phone, role }) => phoneItem(name, phone, t(`roles.${role}`), t)).join('\n')}
</ul>
</section>`;

/** Vital systems without a plan: contacts only. */
function gapsSection({ withoutPlan }: PackPaper, { t, hours }: PaperWords): string {
  const say = (key: TextsUnder<'offlinePacks.paper'>, values?: Readonly<Record<string, string>>) =>
    t(`offlinePacks.paper.${key}`, values);
  const items = withoutPlan.map(({ system, mtd, owner, supplier }, place) => {
    const time = mtd === undefined ? say('mtdUnknown') : say('mtd', { time: hours(mtd) });
    const phones = [
      ...(owner ? [phoneItem(owner.name, owner.phone, say('ownerOf'), t)] : []),
      ...(supplier === '' ? [] : [`<li><span>${escaped(`${say('supplier')}: ${supplier}`)}</span></li>`]),
    ];
    return `<div id="w${place + 1}" data-part data-system><h3>${escaped(system)}</h3>
<p class="quiet">${escaped(time)}</p>
${phones.length === 0 ? '' : `<ul class="phones">${phones.join('\n')}</ul>`}</div>`;
  });
  return `<section aria-labelledby="without">
<h2 id="without">${escaped(say('withoutPlan'))}</h2>
<p>${escaped(say('withoutPlanText'))}</p>
${items.join('\n')}
</section>`;
}
