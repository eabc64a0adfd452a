import { tables } from './index';
import { viewOfTable } from './view';

const intro = `# Columns of the tables

Printed from \`lib/formats/tables\`; see [Import](import.md) for how cells are read. \`*\` marks what every row needs.
`;

/** The columns of all tables as Markdown: docs/import-columns.md, which a test keeps equal. */
export function printTableDocs(): string {
  const sections = tables.map(viewOfTable).map(({ name, label, help, sameness, columns }) => {
    const lines = columns.map(
      (column) => `- \`${column.name}\`${column.isRequired ? '\\*' : ''} ${column.label}. ${escape(column.help)}`,
    );
    return `## ${label}\n\n\`${name}\`: ${help} ${sameness}\n\n${lines.join('\n')}\n`;
  });
  return [intro, ...sections].join('\n');
}

const escape = (text: string) => text.replaceAll(/[<>*_]/g, (char) => `\\${char}`);
