import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';
import { styleRules, type StyleRule } from './style-rules.ts';

/**
 * Windows' high contrast replaces the colours of texts, borders and backgrounds, and takes shadows away; what is drawn
 * keeps the colours of the theme, on a ground that may be black or white.
 */
interface Sheet {
  file: string;
  usual: StyleRule[];
  /** Rules for forced colours. */
  forced: StyleRule[];
}

function sheetOf(file: string): Sheet {
  const rules = styleRules(file);
  const inMedia = (condition: string) => rules.filter(({ media }) => media === `@media ${condition}`);
  const forced = inMedia('(forced-colors: active)');
  const others = new Set([...forced, ...inMedia('print')]);
  return { file, usual: rules.filter((rule) => !others.has(rule)), forced };
}

const sheets = projectFiles()
  .filter((file) => /^tab\/.*\.module\.css$/.test(file))
  .map(sheetOf);
const named = ({ file }: Sheet, { selector }: StyleRule) => `${file}: ${selector}`;
const lastClass = (selector: string): string =>
  selector.match(/[.](?!fui-)[\w-]+|data-part='[\w-]+'/g)?.at(-1) ?? selector;

/** The logo, codes to photograph, and the wheel's arcs, whose variables have other colours there. */
const keepsItsColours = /^\.(mark(Wheel|Shield|Tick)|paperQr\w+|arc(Body|Fill|Edge|Mark|Ghost)( \w+)?)$/;
const paint = /(?:^|[;\s])(?:fill|stroke): (?:var|color-mix)\(/;

/** How something stands: chosen, current, or held over. */
const state = /\[aria-(?:pressed|selected|current|checked)[^\]]*\]|:checked|\.selectedCell|\.over\b/;
/** Changes that forced colours leave to be seen. */
const stays =
  /font-weight|outline|text-decoration|(?:border(?:-\w+)*-(?:width|style))|display|content|rotate|stroke-width/;

describe('in forced colours', () => {
  it('what is drawn in a colour of the theme has one of the system', () => {
    const wrong = sheets.flatMap((sheet) =>
      sheet.usual
        .filter(({ selector, declarations }) => paint.test(declarations) && !/theme-contrast|:hover/.test(selector))
        .filter(({ selector }) => !keepsItsColours.test(selector))
        .filter(({ selector }) => !sheet.forced.some((rule) => lastClass(rule.selector) === lastClass(selector)))
        .map((rule) => named(sheet, rule)),
    );
    expect(wrong).toEqual([]);
  });

  it('what is chosen or current is told by more than a colour or a shadow', () => {
    const wrong = sheets.flatMap((sheet) =>
      sheet.usual
        .filter(({ selector, declarations }) => state.test(selector) && /background|box-shadow/.test(declarations))
        .filter(({ selector, declarations }) => !/theme-|:hover/.test(selector) && !stays.test(declarations))
        .filter(({ selector }) => {
          const own = state.exec(selector)?.[0] ?? '';
          return !sheet.forced.some((rule) => rule.selector.includes(own));
        })
        .map((rule) => named(sheet, rule)),
    );
    expect(wrong).toEqual([]);
  });
});
