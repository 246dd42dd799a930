import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

/**
 * Windows' high contrast replaces the colours of texts, borders and backgrounds, and takes shadows away; what is drawn
 * keeps the colours of the theme, on a ground that may be black or white.
 */
interface Rule {
  /** One of a rule's selectors. */
  selector: string;
  declarations: string;
}
interface Sheet {
  file: string;
  usual: Rule[];
  /** Rules for forced colours. */
  forced: Rule[];
}

function rulesOf(css: string): Rule[] {
  return [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', declarations = '']) =>
    selectors
      .split(/,(?![^(]*\))/)
      .map((selector) => ({ selector: selector.replaceAll(/\s+/g, ' ').trim(), declarations })),
  );
}

function sheetOf(file: string): Sheet {
  const css = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const block = (condition: string) => new RegExp(String.raw`@media ${condition} \{([\s\S]*?)\n\}`, 'g');
  const forced = block(String.raw`\(forced-colors: active\)`);
  return {
    file,
    usual: rulesOf(css.replaceAll(forced, '').replaceAll(block('print'), '')),
    forced: [...css.matchAll(forced)].flatMap(([, inside = '']) => rulesOf(inside)),
  };
}

const sheets = projectFiles()
  .filter((file) => /^tab\/.*\.module\.css$/.test(file))
  .map(sheetOf);
const named = ({ file }: Sheet, { selector }: Rule) => `${file}: ${selector}`;
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
