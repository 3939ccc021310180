import { IndentationText, Project, StructureKind, type OptionalKind, type PropertySignatureStructure, type StatementStructures } from 'ts-morph';
import type { PrintModules, Property, Statement } from './module.js';

const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, manipulationSettings: { indentationText: IndentationText.TwoSpaces } });

/** Between two statements. No line of a statement can be the same. */
const border = '//-- next';

/**
 * Prints modules. Declarations of types and functions go through the printer of ts-morph, all of them in one go, because it reads a file anew after each change;
 * data are texts already, and it would only read them.
 */
export const printModules: PrintModules = (modules) => {
  const declarations = modules.flatMap(({ statements }) => statements.filter(isDeclaration));
  const printed = new Map(printedOf(declarations));
  return modules.map(({ head, statements }) => `${head.map((line) => `// ${line}\n`).join('')}\n${statements.map((each) => (isDeclaration(each) ? printed.get(each)! : constantOf(each))).join('\n\n')}\n`);
};

type Constant = Statement & { readonly is: 'constant' };
type Declaration = Exclude<Statement, Constant>;

function isDeclaration(statement: Statement): statement is Declaration {
  return statement.is !== 'constant';
}

function constantOf({ name, value, doc }: Constant): string {
  return `${doc === undefined ? '' : `/** ${doc} */\n`}export const ${name} = ${value};`;
}

function printedOf(declarations: readonly Declaration[]): readonly (readonly [Declaration, string])[] {
  const file = project.createSourceFile('modules.ts', '', { overwrite: true });
  file.addStatements(declarations.flatMap((each) => [border, structureOf(each)]));
  const texts = file.getFullText().split(`${border}\n`).slice(1);
  return declarations.map((each, index) => [each, texts[index]!.trim()]);
}

function structureOf(statement: Declaration): StatementStructures {
  switch (statement.is) {
    case 'import-type':
      return { kind: StructureKind.ImportDeclaration, isTypeOnly: true, namedImports: [...statement.names], moduleSpecifier: statement.from };
    case 'export-all':
      return { kind: StructureKind.ExportDeclaration, moduleSpecifier: statement.from, ...(statement.as === undefined ? {} : { namespaceExport: statement.as }) };
    case 'type':
      return { kind: StructureKind.TypeAlias, isExported: true, name: statement.name, ...genericOf(statement), type: statement.type, ...docOf(statement) };
    case 'interface':
      return { kind: StructureKind.Interface, isExported: true, name: statement.name, properties: statement.properties.map(propertyOf), ...docOf(statement) };
    case 'function':
      return { kind: StructureKind.Function, isExported: true, name: statement.name, parameters: [...statement.parameters], ...genericOf(statement), returnType: statement.returns, statements: statement.body, ...docOf(statement) };
  }
}

function genericOf({ generic }: { readonly generic?: string }): { typeParameters?: string[] } {
  return generic === undefined ? {} : { typeParameters: [generic] };
}

function docOf({ doc }: { readonly doc?: string }): { docs?: string[] } {
  return doc === undefined ? {} : { docs: [doc] };
}

function propertyOf({ name, type, isOptional }: Property): OptionalKind<PropertySignatureStructure> {
  return { name, type, isReadonly: true, hasQuestionToken: isOptional === true };
}
