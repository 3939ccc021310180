/** Characters that a comment may have: GitHub refuses more than 65,536. */
export const roomInComment = 65_000;

/** Joins blocks of Markdown while they fit into a comment, and says so when they do not. */
export function fitComment(blocks: readonly string[]): string {
  const note = 'This report is cut here because it is too long for a comment; the other formats are complete.';
  let report = '';
  for (const block of blocks) {
    if (report.length + block.length + note.length + 4 > roomInComment) return `${report}\n${note}\n`;
    report += `${separator(report, block)}${block}\n`;
  }
  return report;
}

/** Joins blocks of Markdown, however long they are. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.reduce((report, block) => `${report}${separator(report, block)}${block}\n`, '');
}

/** Items of one list follow each other without an empty line, everything else is set apart. */
function separator(report: string, block: string): string {
  if (report === '') return '';
  const lastLine = report.slice(report.lastIndexOf('\n', report.length - 2) + 1).trimStart();
  return block.startsWith('- ') && lastLine.startsWith('- ') ? '' : '\n';
}
