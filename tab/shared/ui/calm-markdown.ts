/** What the parser of Markdown stops at: it looks at each again from the ones before. */
const marks = /[>*_`[\]!<&\\#=~+|]|-(?=\s)|\d[.)](?=\s)/g;
/** Marks and lines of a paragraph: a list of 300 entries, a long table of links. */
const mostInParagraph = 1_500;
/** The same of all paragraphs together, each squared: the work grows so. */
const mostSquared = 3_000_000;
/** Marks and lines of a whole text; the longest policies have some thousands. */
const mostInText = 15_000;
/** Columns that lists within lists are indented. */
const deepestIndent = 60;

/**
 * False for a text that nobody wrote to be read: fifty thousand `>` keep the parser for a minute, in which the page does
 * nothing else. Such a text is shown as it is.
 */
export function isCalm(markdown: string): boolean {
  let [squared, whole] = [0, 0];
  for (const paragraph of markdown.split(/\n[ \t]*\n/)) {
    const lines = paragraph.split('\n');
    if (lines.some(isDeep)) return false;
    const count = lines.length + (paragraph.match(marks)?.length ?? 0);
    squared += count ** 2;
    whole += count;
    if (count > mostInParagraph || squared > mostSquared || whole > mostInText) return false;
  }
  return true;
}

const isDeep = (line: string): boolean => line.length - line.trimStart().length > deepestIndent;
