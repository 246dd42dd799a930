/** What the Markdown parser stops at: it re-examines each from the ones before. */
const marks = /[>*_`[\]!<&\\#=~+|]|-(?=\s)|\d[.)](?=\s)/g;
/** Marks and lines of a paragraph: a list of 300 entries, a long table of links. */
const mostInParagraph = 1_500;
/** The same summed over paragraphs, squared: the work is quadratic. */
const mostSquared = 3_000_000;
/** Marks and lines of a whole text; the longest policies have some thousands. */
const mostInText = 15_000;
/** Indentation in columns of nested lists. */
const deepestIndent = 60;

/**
 * False for a text that would block the page: fifty thousand `>` keep the parser busy for a minute. Such a text is
 * shown as it is.
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
