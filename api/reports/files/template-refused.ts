import { invalid, type AppError } from '../../kernel/index.ts';
import type { TemplateProblem } from '../../word/index.ts';

/** A template's first problem, with name, paragraph and its first words. */
export function refuseTemplate(problems: readonly TemplateProblem[] | 'noWord'): AppError {
  const [first] = problems === 'noWord' ? [] : problems;
  if (!first || problems === 'noWord') return invalid('reports.template.noWord', { field: 'file' });
  const { kind, placeholder, paragraph, near } = first;
  const name = kind === 'open' ? placeholder : `{{${placeholder}}}`;
  const about = { field: 'file', placeholder: name, near, more: problems.length - 1 };
  return paragraph === 0
    ? invalid(`reports.template.${kind}AtEdge`, about)
    : invalid(`reports.template.${kind}`, { ...about, paragraph });
}
