/** Lines of the policy on a card for new readers. */
const briefLines = 5;
const bullet = /^[-*+]\s+(.*)$/;
const longestLine = 240;

/**
 * The policy in at most five lines, in its own words: the first list in its text with at least three items, as most
 * policies begin with a summary; else the titles of its sections. Without Markdown.
 */
export function briefOf(body: string): string[] {
  const lines = body.replaceAll('\r\n', '\n').split('\n');
  let found: string[] = [];
  for (const line of [...lines, '']) {
    const point = bullet.exec(line)?.[1];
    if (point !== undefined) found.push(point);
    else if (line.trim() === '' || /^\s/.test(line)) continue;
    else if (found.length >= 3) break;
    else found = [];
  }
  const points = found.length >= 3 ? found : lines.flatMap((line) => /^##\s+(.+)$/.exec(line)?.[1] ?? []);
  return points
    .map(wordsOf)
    .filter((line) => line !== '')
    .slice(0, briefLines);
}

/** A line of Markdown without its markup. */
const wordsOf = (line: string): string =>
  line
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/^\d+\.\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestLine);
