import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project-files.ts';

/** A rule of a style sheet, once for each of its selectors. */
export interface StyleRule {
  /** e.g. `@media print`; empty outside of any. */
  media: string;
  selector: string;
  declarations: string;
}

/** The rules of a sheet, in order. */
export function styleRules(sheet: string): StyleRule[] {
  const rules: StyleRule[] = [];
  let media = '';
  const css = readFileSync(join(root, sheet), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  for (const { groups = {} } of css.matchAll(/(?<at>@[^{}]+)\{|(?<selectors>[^{}]+)\{(?<body>[^{}]*)\}|(?<end>\})/g)) {
    const { at, selectors, body = '', end } = groups;
    if (end) media = '';
    if (at) media = at.trim();
    for (const selector of selectors?.split(/,(?![^(]*\))/) ?? [])
      rules.push({ media, selector: selector.replaceAll(/\s+/g, ' ').trim(), declarations: body });
  }
  return rules;
}
