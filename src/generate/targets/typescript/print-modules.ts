import { IndentationText, Project, StructureKind, type OptionalKind, type PropertySignatureStructure, type StatementStructures } from 'ts-morph';
import type { PrintModules, Property, Statement } from './module.js';

const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, manipulationSettings: { indentationText: IndentationText.TwoSpaces } });

/** Between two modules. No line of a module can be the same: texts of specs stand in literals of one line. */
const border = '//-- next module';

/** Prints modules by the printer of ts-morph, all in one go: it reads a file anew after each change. */
export const printModules: PrintModules = (modules) => {
  const file = project.createSourceFile('modules.ts', '', { overwrite: true });
  file.addStatements(modules.flatMap(({ statements }) => [border, ...statements.map(structureOf)]));
  const bodies = file.getFullText().split(`${border}\n`).slice(1);
  return modules.map(({ head }, index) => `${head.map((line) => `// ${line}\n`).join('')}\n${bodies[index]!.trim()}\n`);
};

/** Data stay as they are laid out: the printer would move every line of them. */
function structureOf(statement: Statement): StatementStructures | string {
  switch (statement.is) {
    case 'import-type':
      return { kind: StructureKind.ImportDeclaration, isTypeOnly: true, namedImports: [...statement.names], moduleSpecifier: statement.from };
    case 'export-all':
      return { kind: StructureKind.ExportDeclaration, moduleSpecifier: statement.from, ...(statement.as === undefined ? {} : { namespaceExport: statement.as }) };
    case 'constant':
      return `${statement.doc === undefined ? '' : `/** ${statement.doc} */\n`}export const ${statement.name} = ${statement.value};`;
    case 'type':
      return { kind: StructureKind.TypeAlias, isExported: true, name: statement.name, type: statement.type, typeParameters: [...(statement.parameters ?? [])], ...docOf(statement) };
    case 'interface':
      return { kind: StructureKind.Interface, isExported: true, name: statement.name, properties: statement.properties.map(propertyOf), ...docOf(statement) };
    case 'function':
      return { kind: StructureKind.Function, isExported: true, name: statement.name, parameters: [...statement.parameters], typeParameters: statement.generic === undefined ? [] : [statement.generic], returnType: statement.returns, statements: statement.body, ...docOf(statement) };
  }
}

function docOf({ doc }: { readonly doc?: string }): { docs?: string[] } {
  return doc === undefined ? {} : { docs: [doc] };
}

function propertyOf({ name, type, isOptional }: Property): OptionalKind<PropertySignatureStructure> {
  return { name, type, isReadonly: true, hasQuestionToken: isOptional === true };
}
