import { Project } from 'ts-morph';

/** Every type of the language by name, for those who import the library. */
export function typeList(root: string): string {
  const project = new Project({ skipAddingFilesFromTsConfig: true });
  const files = project.addSourceFilesAtPaths([`${root}/src/schema/vocabulary.ts`, `${root}/src/schema/kinds/*.ts`]).filter((file) => file.getBaseName() !== 'index.ts');
  const lines = files.map((file) => {
    const names = [...file.getInterfaces(), ...file.getTypeAliases()].filter((each) => each.isExported()).map((each) => each.getName());
    const path = file.getFilePath().slice(`${root}/src/schema/`.length).replace('.ts', '.js');
    return `export type { ${names.sort().join(', ')} } from '../${path}';`;
  });
  return `// Written by \`npm run generate\` from src/schema. Do not edit.\n${lines.sort().join('\n')}\n`;
}
