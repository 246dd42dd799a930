/** Lines of the policy on a card for somebody who has never read it. */
export const briefLines = 5;
const bullet = /^[-*+]\s+(.*)$/;
const longestLine = 240;

/**
 * The whole policy in at most five lines, in its own words: the first list of its text that has at least three points, as
 * most policies begin with the short of it; else what its sections are called. Without Markdown.
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

/** A line of Markdown as somebody reads it. */
const wordsOf = (line: string): string =>
  line
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/^\d+\.\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestLine);
